package nacre.kernel.magics;

import java.util.List;
import java.util.Locale;
import nacre.display.Look;
import nacre.kernel.shell.CellResult;
import nacre.kernel.shell.Shell;

/// `%theme`: light or dark pictures.
final class Theme implements Magic {
    private static final List<String> CHOICES = List.of("light", "dark", "auto");

    @Override
    public List<Form> forms() {
        return List.of(
                new Form(
                        "%theme light|dark|auto",
                        "draws charts from now on for a light page (as at first), for a dark one, or"
                                + " for the one that JupyterLab is set to; alone, says which"));
    }

    @Override
    public List<String> words(Shell shell) {
        return CHOICES;
    }

    @Override
    public CellResult run(Call call) {
        String wanted = call.arguments().toLowerCase(Locale.ROOT);
        if (!wanted.isEmpty()) {
            Look.use(
                    switch (wanted) {
                        case "light" -> Look.LIGHT;
                        case "dark" -> Look.DARK;
                        case "auto" -> PageLook.find();
                        default ->
                                throw new MagicException(
                                        "There is no theme `" + call.arguments() + "`.",
                                        "Themes: `" + String.join("`, `", CHOICES) + "`.");
                    });
        }
        return call.print(
                "Charts are drawn " + Look.current().name().toLowerCase(Locale.ROOT) + ".");
    }
}
