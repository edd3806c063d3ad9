package nacre.kernel.magics;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import nacre.display.Display;
import nacre.kernel.shell.CellResult;
import nacre.kernel.shell.Shell;

/// `?name`: help on a name.
final class Ask implements Magic {
    static final String NAME = "?";
    private static final Pattern MAGIC = Pattern.compile("%{1,2}[A-Za-z]\\w*");

    private static final Pattern CLASS = Pattern.compile("\\.class$"); // it is help on the class
    private static final Pattern NOT_NAME = Pattern.compile("[\\s\"]|\\?+$|\\(.*");

    private static final Pattern ASKED = Pattern.compile("(?m)^[ \\t]*(\\?{1,2})[ \\t]*[\\w.]*\\z");

    private final Magics magics;

    Ask(Magics magics) {
        this.magics = magics;
    }

    @Override
    public List<Form> forms() {
        return List.of(
                new Form(
                        "? NAME",
                        "shows what is known of a class, method, variable or magic; also `NAME?` and"
                                + " `help(NAME)`"));
    }

    @Override
    public CellResult run(Call call) {
        String name =
                isMethodCall(call)
                        ? CLASS.matcher(call.arguments()).replaceFirst("")
                        : NOT_NAME.matcher(call.arguments()).replaceAll("");
        if (name.isEmpty()) {
            return magics.find("%help").run(call);
        }
        Display help =
                magicAt(name, 0, magics)
                        .or(() -> call.shell().inspect(name, name.length(), 1))
                        .or(() -> magicAt("%" + name, 0, magics))
                        .orElseThrow(() -> noHelp(name, call.shell()));
        boolean isBeside = !isMethodCall(call) && call.front().page(help);
        return isBeside ? Call.DONE : call.show(help);
    }

    private static MagicException noHelp(String name, Shell shell) {
        return new MagicException(
                "There is no help on `" + name + "`.",
                shell.similarTo(name).orElse("Is its name right, and its class imported?"));
    }

    /// Whether it is `help(name)`, which shows its answer in the cell, as in Python.
    private static boolean isMethodCall(Call call) {
        return call.use().line().startsWith("help(");
    }

    /// The code with a blank for the `?` at the begin of the line of the cursor: so the name behind
    /// it can be completed.
    static String asCode(String code, int cursor) {
        Matcher ask = ASKED.matcher(code).region(0, Math.clamp(cursor, 0, code.length()));
        return ask.find()
                ? code.substring(0, ask.start(1))
                        + " ".repeat(ask.end(1) - ask.start(1))
                        + code.substring(ask.end(1))
                : code;
    }

    /// The forms of the magic whose name is at the cursor.
    static Optional<Display> magicAt(String code, int cursor, Magics magics) {
        int start = code.lastIndexOf('\n', Math.max(0, cursor - 1)) + 1;
        Matcher name = MAGIC.matcher(code).region(start, code.length());
        if (!name.lookingAt() || cursor > name.end()) {
            return Optional.empty();
        }
        List<Form> forms = magics.forms(name.group());
        return forms.isEmpty() ? Optional.empty() : Optional.of(display(forms));
    }

    private static Display display(List<Form> forms) {
        var data = new LinkedHashMap<String, Object>();
        data.put(
                "text/markdown",
                forms.stream()
                        .map(
                                form ->
                                        "`"
                                                + form.usage().replace("\n", " ↵ ")
                                                + "` "
                                                + form.does()
                                                + ".")
                        .collect(Collectors.joining("\n\n")));
        data.put(
                "text/plain",
                forms.stream()
                        .map(form -> form.usage() + "\n    " + form.does() + ".")
                        .collect(Collectors.joining("\n")));
        return new Display(data, Map.of());
    }
}
