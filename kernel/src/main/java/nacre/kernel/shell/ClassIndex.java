package nacre.kernel.shell;

import static nacre.kernel.shell.JShellInsides.field;

import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jdk.jshell.JShell;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.QualifiedNames;

/// All classes there are, imported or not, by their simple names.
///
/// JShell lists them on a thread of its own. That takes as much memory and processor time as all
/// else that a kernel does before its first cell; so the first list has to wait until somebody
/// asks.
final class ClassIndex {
    /// One for all shells of the process, since JShell has one thread for all.
    private static final CountDownLatch WANTED = new CountDownLatch(1);

    private static final int PATIENCE = 3_000;
    private static final int PAUSE = 20;

    /// A class inside of another, which is seldom looked for without it.
    private static final Pattern IN_ANOTHER = Pattern.compile("\\.\\p{Lu}\\w*\\.");

    /// How the packages begin in which learners look for something, the likeliest first.
    private static final List<String> LIKELY =
            List.of(
                    "nacre.",
                    "java.util.",
                    "java.time.",
                    "java.nio.file.",
                    "java.math.",
                    "java.io.",
                    "java.net.http.",
                    "java.",
                    "javax.swing.",
                    "javax.");

    /// What the JDK is made of; the jars that were added stand between.
    private static final List<String> UNLIKELY =
            List.of("org.w3c.", "org.xml.", "com.sun.", "jdk.");

    private final SourceCodeAnalysis analysis;
    private final ClassLoader loader;

    /// @param loader where the classes of the cells and their jars are
    ClassIndex(JShell jshell, ClassLoader loader) {
        analysis = jshell.sourceCodeAnalysis();
        this.loader = loader;
    }

    /// Lets JShell's thread wait. To be called before JShell has an analysis.
    static void hold() {
        if (WANTED.getCount() > 0) {
            try {
                Class<?> owner = Class.forName("jdk.jshell.SourceCodeAnalysisImpl");
                var thread = (ExecutorService) field(owner, "INDEXER").get(null);
                thread.execute(ClassIndex::awaitWanted);
            } catch (ReflectiveOperationException | RuntimeException e) {
                // then the list is made at once
            }
        }
    }

    private static void awaitWanted() {
        try {
            WANTED.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// Has the list made, beside whatever else runs.
    static void make() {
        WANTED.countDown();
    }

    /// The full names of the classes that a cell can use under a simple name; waits for the list.
    List<String> named(String name) {
        make();
        long end = System.nanoTime() + PATIENCE * 1_000_000L;
        QualifiedNames found = analysis.listQualifiedNames(name, name.length());
        try {
            while (!found.isUpToDate() && System.nanoTime() < end) {
                Thread.sleep(PAUSE);
                found = analysis.listQualifiedNames(name, name.length());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // what is known by now has to do
        }
        return found.getNames();
    }

    /// The full names of classes whose simple names begin so, the likeliest first; none as long as
    /// the list is not [made][#make].
    ///
    /// @param isOther whether a simple name is of interest
    /// @param isMade whether `new` stands before it
    List<String> beginning(String start, Predicate<String> isOther, boolean isMade, int most) {
        return all().flatMap(index -> beginning(index, start, isOther))
                .distinct()
                .sorted(
                        Comparator.<String, Boolean>comparing(ClassIndex::isUnlikely)
                                .thenComparing(each -> !each.endsWith("." + start))
                                .thenComparingInt(ClassIndex::rank)
                                .thenComparingInt(String::length)
                                .thenComparing(Comparator.naturalOrder()))
                .filter(each -> canBeUsed(each, isMade))
                .limit(most)
                .toList();
    }

    private static Stream<String> beginning(
            Map<String, Collection<String>> index, String start, Predicate<String> isOther) {
        return index.entrySet().stream()
                .filter(each -> each.getKey().startsWith(start) && isOther.test(each.getKey()))
                .flatMap(each -> each.getValue().stream())
                .filter(each -> !IN_ANOTHER.matcher(each).find());
    }

    /// What JShell has listed, for the JDK and for each jar: full names by simple names.
    @SuppressWarnings("unchecked") // the types of fields that reflection cannot tell
    private Stream<Map<String, Collection<String>>> all() {
        try {
            var indexes = (Map<?, ?>) field(analysis, "currentIndexes");
            var all = new ArrayList<Map<String, Collection<String>>>();
            synchronized (indexes) {
                for (Object each : indexes.values()) {
                    all.add((Map<String, Collection<String>>) field(each, "classSimpleName2FQN"));
                }
            }
            return all.stream();
        } catch (ReflectiveOperationException | RuntimeException e) {
            return Stream.empty();
        }
    }

    private static boolean isUnlikely(String name) {
        return UNLIKELY.stream().anyMatch(name::startsWith);
    }

    private static int rank(String name) {
        return IntStream.range(0, LIKELY.size())
                .filter(i -> name.startsWith(LIKELY.get(i)))
                .findFirst()
                .orElse(LIKELY.size());
    }

    private boolean canBeUsed(String name, boolean isMade) {
        try {
            Class<?> type = Class.forName(name, false, loader);
            return Modifier.isPublic(type.getModifiers())
                    && type.getModule().isExported(type.getPackageName())
                    && (!isMade
                            || !Modifier.isAbstract(type.getModifiers())
                                    && type.getConstructors().length > 0);
        } catch (ClassNotFoundException | LinkageError e) {
            return false;
        }
    }
}
