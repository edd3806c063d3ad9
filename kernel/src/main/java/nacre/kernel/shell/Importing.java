package nacre.kernel.shell;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.Snippet.Status;
import jdk.jshell.SnippetEvent;
import jdk.jshell.VarSnippet;

/// Keeps JShell from importing into a declaration what it has no need of, and from compiling anew
/// all that there is once a whole package is imported.
///
/// JShell puts an import before each snippet for each declaration there is; a thousand of them take
/// javac a tenth of a second. The list it goes through for that is replaced by one that shows what
/// is needed, and the map of what may mean an imported class by one that knows only what waits for
/// one. Where they cannot be reached, declarations just get slower.
final class Importing {
    private final JShell jshell;
    private final Imports ofEveryCell;
    private final Shown shown;

    Importing(JShell jshell, Imports ofEveryCell) {
        this.jshell = jshell;
        this.ofEveryCell = ofEveryCell;
        this.shown = install(jshell);
        jshell.onSnippetEvent(this::forget);
    }

    /// What a declaration named before it was made anew is no concern of it any more, nor what the
    /// value of a variable was computed from.
    private void forget(SnippetEvent event) {
        if (event.status().isActive()) {
            JShellInsides.dependOnlyOn(jshell, event.snippet(), concerns(event.snippet()));
        }
    }

    /// The names whose change is a concern of a declaration.
    static Set<String> concerns(Snippet snippet) {
        return Words.of(snippet instanceof VarSnippet it ? it.typeName() : snippet.source());
    }

    /// Does something with only those imports that a declaration needs.
    <T> T into(String declaration, Supplier<T> action) {
        return only(Needs.of(declaration, jshell), action);
    }

    /// Does something with only those imports that are wanted.
    <T> T only(Predicate<Snippet> wanted, Supplier<T> action) {
        ofEveryCell.declare();
        shown.wanted = wanted;
        try {
            return action.get();
        } finally {
            shown.wanted = _ -> true;
        }
    }

    private static Shown install(JShell jshell) {
        try {
            var shown = new Shown(jshell, JShellInsides.snippetsByKey(jshell));
            JShellInsides.snippetsByKey(jshell, shown);
            JShellInsides.dependents(jshell, new Dependents(jshell));
            SharedClasses.install(jshell);
            return shown;
        } catch (ReflectiveOperationException | RuntimeException e) {
            return new Shown(jshell, List.of());
        }
    }

    /// JShell's snippets by their number; a walk through them meets only those that are wanted, and
    /// no [Homonyms].
    private static final class Shown extends ArrayList<Object> {
        private static final long serialVersionUID = 1;

        private final transient JShell jshell;
        private transient Predicate<Snippet> wanted = _ -> true;

        Shown(JShell jshell, List<?> all) {
            super(all);
            this.jshell = jshell;
        }

        @Override
        public Iterator<Object> iterator() {
            List<Snippet> seen =
                    stream()
                            .filter(Snippet.class::isInstance)
                            .map(Snippet.class::cast)
                            .filter(wanted)
                            .toList();
            return Homonyms.without(seen, jshell).map(Object.class::cast).iterator();
        }
    }

    /// The numbers of the snippets that name something, by the name; for an import that may mean
    /// any name, those that wait for one.
    private static final class Dependents extends HashMap<String, Set<Integer>> {
        private static final long serialVersionUID = 1;

        private final transient JShell jshell;
        private final transient Overloads overloads;

        Dependents(JShell jshell) {
            this.jshell = jshell;
            this.overloads = new Overloads(jshell);
        }

        @Override
        public Set<Integer> get(Object name) {
            return overloads.with(super.getOrDefault(name, Set.of()), String.valueOf(name));
        }

        @Override
        public Collection<Set<Integer>> values() {
            return List.of(
                    jshell.snippets()
                            .filter(each -> jshell.status(each).isActive())
                            .filter(each -> jshell.status(each) != Status.VALID)
                            .map(JShellInsides::number)
                            .flatMap(Optional::stream)
                            .collect(Collectors.toSet()));
        }
    }
}
