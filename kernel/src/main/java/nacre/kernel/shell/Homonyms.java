package nacre.kernel.shell;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import jdk.jshell.JShell;
import jdk.jshell.PersistentSnippet;
import jdk.jshell.Snippet;
import jdk.jshell.Snippet.SubKind;
import jdk.jshell.TypeDeclSnippet;

/// Own classes and imported ones of the same name: the one that came last is meant.
///
/// JShell imports both, and javac calls that a mistake.
final class Homonyms {
    private Homonyms() {}

    /// The snippets without those that are no longer meant.
    static <S extends Snippet> Stream<S> without(List<S> all, JShell jshell) {
        if (all.stream().noneMatch(Homonyms::isImport)) {
            return all.stream();
        }
        Map<String, Snippet> last = new HashMap<>();
        jshell.snippets()
                .filter(Homonyms::isClass)
                .filter(each -> jshell.status(each).isDefined())
                .forEach(each -> last.put(name(each), each));
        return all.stream()
                .filter(each -> !isClass(each) || last.getOrDefault(name(each), each) == each);
    }

    private static boolean isClass(Snippet snippet) {
        return snippet instanceof TypeDeclSnippet || isImport(snippet);
    }

    /// Whether it imports one class.
    private static boolean isImport(Snippet snippet) {
        return snippet.subKind() == SubKind.SINGLE_TYPE_IMPORT_SUBKIND
                && !Imports.isOfEveryCell(snippet);
    }

    private static String name(Snippet snippet) {
        return ((PersistentSnippet) snippet).name();
    }
}
