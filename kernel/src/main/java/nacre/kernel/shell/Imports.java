package nacre.kernel.shell;

import java.util.List;
import java.util.stream.Collectors;
import jdk.jshell.ImportSnippet;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.Snippet.Status;

/// The imports that every cell has.
///
/// JShell compiles something for each import it is given, 20 ms at a cold start. But it takes
/// several in one text for one import, and puts the whole text before every snippet: so the price
/// is paid once. It is a tenth of a second, for which the first cell need not wait: until something
/// is declared or asked, JShell does not know of them, and [Bodies] has them as text.
final class Imports {
    /// JShell knows the text by its first import and replaces it when a cell makes the same one; so
    /// the first is one that no cell makes.
    private static final String FIRST = "java.lang.Void";

    private final JShell jshell;
    private final List<String> names;
    private boolean areDeclared;

    Imports(JShell jshell, List<String> names) {
        this.jshell = jshell;
        this.names = names;
    }

    /// Whether a snippet is that text.
    static boolean isOfEveryCell(Snippet snippet) {
        return snippet instanceof ImportSnippet first && first.fullname().equals(FIRST);
    }

    /// What code begins with that sees them; nothing once JShell's snippets say the same.
    String text() {
        return areDeclared ? "" : all() + "\n";
    }

    /// Makes them, if that has not been done. To be called before JShell is given a declaration, or
    /// asked what a name means.
    void declare() {
        if (areDeclared) {
            return;
        }
        areDeclared = true;
        boolean taken =
                jshell.eval(all()).stream().allMatch(event -> event.status() == Status.VALID);
        if (!taken) { // a name among them is wrong: the others shall be there all the same
            names.forEach(name -> jshell.eval("import " + name + ";"));
        }
    }

    private String all() {
        return names.stream()
                .map(name -> " import " + name + ";")
                .collect(Collectors.joining("", "import " + FIRST + ";", ""));
    }
}
