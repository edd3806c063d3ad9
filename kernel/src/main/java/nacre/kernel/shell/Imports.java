package nacre.kernel.shell;

import java.util.List;
import java.util.stream.Collectors;
import jdk.jshell.ImportSnippet;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.Snippet.Status;

/// Makes the imports that every cell has.
///
/// JShell compiles something for each import it is given, 20 ms at a cold start. But it takes
/// several in one text for one import, and puts the whole text before every snippet: so the price
/// is paid once.
final class Imports {
    /// JShell knows the text by its first import and replaces it when a cell makes the same one; so
    /// the first is one that no cell makes.
    private static final String FIRST = "java.lang.Void";

    private Imports() {}

    /// Whether a snippet is that text.
    static boolean isOfEveryCell(Snippet snippet) {
        return snippet instanceof ImportSnippet first && first.fullname().equals(FIRST);
    }

    static void declare(JShell jshell, List<String> names) {
        String all =
                names.stream()
                        .map(name -> " import " + name + ";")
                        .collect(Collectors.joining("", "import " + FIRST + ";", ""));
        boolean taken = jshell.eval(all).stream().allMatch(event -> event.status() == Status.VALID);
        if (!taken) { // a name among them is wrong: the others shall be there all the same
            names.forEach(name -> jshell.eval("import " + name + ";"));
        }
    }
}
