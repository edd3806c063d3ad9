package nacre.kernel.shell;

import static nacre.kernel.shell.JShellInsides.field;

import java.lang.reflect.Method;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import org.jspecify.annotations.Nullable;

/// What is left of snippets that are gone: run to their end, or replaced.
///
/// JShell keeps all it has ever compiled, and names each class to javac for each snippet, so that
/// cell 2,000 takes three times as long as cell 50. Here it is let go now and then. JShell has no
/// way to do so; where its own maps cannot be reached, cells just get slower.
final class Leftovers {
    private static final int OFTEN = 100; // cells
    private static final int SELDOM = 1_000; // javac takes a moment to begin anew
    private static final int RECENT =
            100; // snippets and bodies whose work may still be handed from thread to thread

    private static final Pattern LETTERED = Pattern.compile("(\\d+)([A-Z]*)");

    private final JShell jshell;
    private final boolean mayForget;
    private int cells;

    /// Where JShell keeps what.
    private record Maps(
            Collection<Snippet> snippets,
            List<Snippet> byKey,
            Map<String, Set<Integer>> dependencies,
            Map<String, ?> sources,
            Map<String, ?> loaded,
            Map<String, ?> compiled,
            Compilers compilers) {}

    /// The javacs that JShell uses again and again; they too remember each class they have seen.
    private record Compilers(Object owner, Method renewal) {
        static Compilers of(Object owner) throws NoSuchMethodException {
            return new Compilers(owner, JShellInsides.method(owner.getClass(), "initTaskPool"));
        }

        void renew() {
            try {
                renewal.invoke(owner);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("javac does not begin anew", e);
            }
        }
    }

    Leftovers(JShell jshell) {
        this.jshell = jshell;
        this.mayForget = hasLiveKeys(jshell);
    }

    /// A class may only be forgotten if its name does not come again.
    private static boolean hasLiveKeys(JShell jshell) {
        try {
            LiveKeys.install(jshell);
            return true;
        } catch (ReflectiveOperationException | RuntimeException e) {
            return false;
        }
    }

    /// Lets them go if it is time.
    ///
    /// @param places knows the cells of the snippets
    /// @param classes has the snippets' classes
    void sweep(Places places, CellClasses classes) {
        cells++;
        if (cells % OFTEN == 0) {
            maps().ifPresent(each -> sweep(each, places, classes));
        }
        if (cells % SELDOM == 0) {
            renewCompilers();
        }
    }

    /// Lets javac forget all that it has seen.
    void renewCompilers() {
        maps().ifPresent(each -> each.compilers.renew());
    }

    private void sweep(Maps jshells, Places places, CellClasses classes) {
        List<Snippet> all = jshell.snippets().toList();
        Set<String> running = classesOfThreads();
        Set<Snippet> gone = Collections.newSetFromMap(new IdentityHashMap<>());
        all.stream()
                .limit(Math.max(0, all.size() - RECENT))
                .filter(snippet -> !jshell.status(snippet).isActive())
                .filter(snippet -> !running.contains(className(snippet)))
                .forEach(gone::add);
        Set<String> inUse = new HashSet<>();
        all.stream()
                .filter(snippet -> !gone.contains(snippet))
                .forEach(snippet -> inUse.add(className(snippet)));
        List<String> bodies = places.bodies();
        List<String> goneBodies =
                bodies.subList(0, Math.max(0, bodies.size() - RECENT)).stream()
                        .filter(name -> !running.contains(name))
                        .toList();
        inUse.addAll(bodies);
        inUse.removeAll(goneBodies);
        Predicate<String> isPast = isPast(inUse);
        Predicate<String> isGone =
                name ->
                        !inUse.contains(CellClasses.outer(name))
                                && isPast.test(CellClasses.outer(name));
        Set<Integer> keys = new HashSet<>();
        for (int i = 0; i < jshells.byKey.size(); i++) {
            if (gone.contains(jshells.byKey.get(i))) {
                jshells.byKey.set(i, null);
                keys.add(i);
            }
        }
        jshells.dependencies.forEach((_, dependents) -> dependents.removeAll(keys));
        jshells.snippets.removeIf(gone::contains);
        jshells.sources.keySet().removeIf(isGone);
        jshells.loaded.keySet().removeIf(isGone);
        jshells.compiled.keySet().removeIf(isGone);
        places.forget(gone, goneBodies);
        classes.forget(isGone);
    }

    /// Tells which names do not come again: those with a number that nothing has any more, or with
    /// a letter before the one in use. `$JShell$12C` comes after `$JShell$12B`, though a
    /// declaration that was taken back has had that name.
    private static Predicate<String> isPast(Set<String> inUse) {
        Map<String, String> first = new HashMap<>();
        inUse.stream()
                .flatMap(Leftovers::lettered)
                .forEach(
                        each ->
                                first.merge(
                                        each.group(1),
                                        inOrder(each.group(2)),
                                        (one, other) -> one.compareTo(other) < 0 ? one : other));
        return name -> lettered(name).anyMatch(each -> isPast(each, first.get(each.group(1))));
    }

    private static boolean isPast(MatchResult lettered, @Nullable String used) {
        return used == null || inOrder(lettered.group(2)).compareTo(used) < 0;
    }

    /// The numbers of a name, each with its letters: `$JShell$5_12B` has two.
    private static Stream<MatchResult> lettered(String name) {
        return LETTERED.matcher(name).results();
    }

    /// `AZ` is followed by `BA`, and that by `BB`.
    private static String inOrder(String letters) {
        return " ".repeat(Math.max(0, 8 - letters.length())) + letters;
    }

    /// The classes of cells in which some thread is now: its error, should there be one, will have
    /// to name a line there.
    private static Set<String> classesOfThreads() {
        return Thread.getAllStackTraces().values().stream()
                .flatMap(Stream::of)
                .filter(Places::isCell)
                .map(frame -> CellClasses.outer(frame.getClassName()))
                .collect(Collectors.toSet());
    }

    private String className(Snippet snippet) {
        return jshell.sourceCodeAnalysis().wrapper(snippet).fullClassName();
    }

    @SuppressWarnings("unchecked") // the types of fields that reflection cannot tell
    private Optional<Maps> maps() {
        if (!mayForget) {
            return Optional.empty();
        }
        try {
            Object snippets = field(jshell, "maps");
            Object tasks = field(jshell, "taskFactory");
            return Optional.of(
                    new Maps(
                            (Collection<Snippet>) field(snippets, "snippets"),
                            JShellInsides.snippetsByKey(jshell),
                            (Map<String, Set<Integer>>) field(snippets, "dependencies"),
                            (Map<String, ?>) field(field(jshell, "outerMap"), "classOuters"),
                            (Map<String, ?>) field(field(jshell, "classTracker"), "map"),
                            (Map<String, ?>) field(field(tasks, "fileManager"), "classObjects"),
                            Compilers.of(tasks)));
        } catch (ReflectiveOperationException | RuntimeException e) {
            return Optional.empty();
        }
    }
}
