package nacre.kernel.magics;

import static nacre.display.Display.escape;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nacre.display.Display;
import nacre.kernel.shell.CellResult;
import nacre.kernel.shell.Shell;

/// `%help`: all magics, and what else a cell knows beyond Java.
final class Help implements Magic {
    private static final List<Form> BEYOND =
            List.of(
                    new Form("_", "the value that was shown last"),
                    new Form("_3", "the value that cell 3 has shown: `Out[3]`"),
                    new Form("display(x)", "shows something in the middle of a cell"),
                    new Form(
                            "TAB", "what could be typed here; in texts too, as in `activation(\"`"),
                    new Form("//DEPS g:a:v", "the same as `%maven g:a:v`"));

    private final Magics magics;

    Help(Magics magics) {
        this.magics = magics;
    }

    @Override
    public List<Form> forms() {
        return List.of(
                new Form("%help", "shows this list"),
                new Form("%help MAGIC", "shows what one magic does"),
                new Form("%lsmagic", "shows it too, as IPython calls it"));
    }

    @Override
    public List<String> words(Shell shell) {
        return magics.forms().stream()
                .map(form -> form.name().replace("%", ""))
                .filter(name -> !name.equals(Ask.NAME))
                .distinct()
                .toList();
    }

    @Override
    public CellResult run(Call call) {
        if (!call.arguments().isEmpty()) {
            return call.show(of(call.arguments()));
        }
        var data = new LinkedHashMap<String, Object>();
        data.put(
                "text/html",
                "<table>"
                        + rows("Magics", magics.forms())
                        + rows("Beyond Java", BEYOND)
                        + "</table>");
        data.put("text/plain", lines(magics.forms()) + "\n" + lines(BEYOND));
        return call.show(new Display(data, Map.of()));
    }

    private Display of(String magic) {
        String name = magic.startsWith("%") ? magic : "%" + magic;
        return Ask.magicAt(name, 0, magics).orElseThrow(() -> unknown(name));
    }

    private static MagicException unknown(String name) {
        return new MagicException(
                "There is no magic `" + name + "`.",
                "`%help` alone lists all; `?NAME` is help on Java.");
    }

    private static String rows(String title, List<Form> forms) {
        var html =
                new StringBuilder(
                        "<tr><th colspan=\"2\" style=\"text-align: left\">%s</th></tr>"
                                .formatted(title));
        for (Form form : forms) {
            html.append("<tr><td style=\"text-align: left\"><code>")
                    .append(escape(form.usage()).replace("\n", "<br>"))
                    .append("</code></td><td style=\"text-align: left\">")
                    .append(escape(form.does()).replaceAll("`([^`]+)`", "<code>$1</code>"))
                    .append("</td></tr>");
        }
        return html.toString();
    }

    private static String lines(List<Form> forms) {
        var text = new StringBuilder();
        for (Form form : forms) {
            String usage = form.usage().replace("\n", " ↵ ");
            text.append("%-24s %s%n".formatted(usage, form.does().replace("`", "")));
        }
        return text.toString();
    }
}
