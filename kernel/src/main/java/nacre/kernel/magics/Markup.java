package nacre.kernel.magics;

import java.util.List;
import java.util.Map;
import nacre.kernel.shell.CellResult;

/// `%%html` and its kin: the lines of the cell are not Java but something to be shown.
final class Markup implements Magic {
    private static final Map<String, String> TYPES =
            Map.of(
                    "%%html", "text/html",
                    "%%markdown", "text/markdown",
                    "%%latex", "text/latex",
                    "%%svg", "image/svg+xml",
                    "%%javascript", "application/javascript",
                    "%%js", "application/javascript");

    @Override
    public List<Form> forms() {
        return List.of(
                new Form("%%html\nHTML", "shows the lines below as HTML"),
                new Form("%%markdown\nMARKDOWN", "shows the lines below as Markdown"),
                new Form("%%latex\nLATEX", "shows the lines below as LaTeX"),
                new Form("%%svg\nSVG", "shows the lines below as a picture"),
                new Form(
                        "%%javascript\nSCRIPT",
                        "runs the lines below as JavaScript in the notebook's page"),
                new Form("%%js\nSCRIPT", "the same"));
    }

    @Override
    public CellResult run(Call call) {
        return call.show(TYPES.getOrDefault(call.use().name(), "text/plain"), call.body());
    }
}
