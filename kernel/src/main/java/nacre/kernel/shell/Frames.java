package nacre.kernel.shell;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import nacre.display.Excerpt;
import org.jspecify.annotations.Nullable;

/// Stack frames as a learner should see them: those of the cells, in the cells' own lines.
final class Frames {
    private static final String HERE = Frames.class.getPackageName() + ".";
    private static final int LONG = 10_000; // characters of a message
    private static final int MOST = 20;
    private static final Set<String> SPARE =
            Set.of(
                    "java.util.concurrent.ThreadPoolExecutor.getTask",
                    "java.util.concurrent.ForkJoinPool.awaitWork");
    private static final Pattern COMPILER =
            Pattern.compile(
                    "com\\.sun\\.tools\\.javac\\.(?!file\\.|platform\\.|api\\.JavacTaskPool).*"
                            + "|java\\.util\\.(?:stream\\.)?[A-Z].*"
                            + "|java\\.lang\\.(?:(?:Abstract)?String|Character|Integer|Iterable).*");
    private static final Pattern UNNAMED = Pattern.compile("\\$\\d+(?=\\$|$)|(?<=\\$)\\d+");
    private static final Pattern JDK = Pattern.compile("(?:java|javax|jdk|sun)\\.");
    private static final String LOCK = "synchronized: another thread holds the lock";

    private final Places places;

    /// One frame in a cell.
    ///
    /// @param method `in area()`, empty for code that stands free in the cell
    record Frame(Cell.Spot spot, String method) {
        String title() {
            return method.isEmpty() ? spot.name() : spot.name() + ", " + method;
        }

        /// Whether a learner could not tell them apart: JShell makes two methods of `var x = …`.
        boolean looksLike(Frame other) {
            return title().equals(other.title());
        }
    }

    Frames(Places places) {
        this.places = places;
    }

    /// The frames that are in cells, the throwing one first; repetitions and the middle of many are
    /// left out.
    List<Frame> ofCells(Throwable thrown) {
        var frames = new ArrayList<Frame>();
        String above = "";
        for (StackTraceElement element : trace(thrown)) {
            boolean isOfJavac = above.equals("java.lang.Enum"); // the `valueOf` of the learner's
            above = element.getClassName();
            if (element.getLineNumber() > 0 && frames.size() < MOST && !isOfJavac) {
                inCell(element)
                        .filter(frame -> frames.stream().noneMatch(frame::looksLike))
                        .ifPresent(frames::add);
            }
        }
        return frames;
    }

    private Optional<Frame> inCell(StackTraceElement element) {
        return places.spot(element).map(spot -> new Frame(spot, method(element)));
    }

    /// The last step before the cells: what of a library they have called; none if they failed by
    /// themselves, or if no cell is on the way.
    static Optional<StackTraceElement> intoLibraries(Throwable thrown) {
        StackTraceElement[] frames = trace(thrown);
        int own = 0;
        while (own < frames.length && !Places.isCell(frames[own])) {
            own++;
        }
        return own == 0 || own == frames.length ? Optional.empty() : Optional.of(frames[own - 1]);
    }

    /// Whether the JDK has thrown it, and not the learner's code or another library's.
    static boolean isOfJdk(Throwable thrown) {
        StackTraceElement[] frames = trace(thrown);
        return frames.length > 0 && JDK.matcher(frames[0].getClassName()).lookingAt();
    }

    /// How many frames there are, as far as Java tells: it keeps 1,024.
    static boolean isDeep(Throwable thrown) {
        return trace(thrown).length >= 1_000;
    }

    /// Whether something else than the cells' own code is on the way to where it was thrown.
    static boolean goesThroughLibraries(Throwable thrown) {
        return cut(trace(thrown)).stream().anyMatch(frame -> !Places.isCell(frame));
    }

    /// All of the trace as text, but without what the kernel adds below the cell.
    String full(Throwable thrown) {
        var text = new StringBuilder();
        Throwable each = thrown;
        for (int depth = 0; each != null && depth < 10; depth++, each = cause(each)) {
            text.append(depth == 0 ? "" : "Caused by: ").append(describe(each)).append('\n');
            for (String line : folded(each)) {
                text.append("    at ").append(line).append('\n');
            }
        }
        return text.toString();
    }

    private List<String> folded(Throwable thrown) {
        var lines = new ArrayList<String>();
        int repeated = 0;
        for (StackTraceElement element : cut(trace(thrown))) {
            String line = places.spot(element).map(Cell.Spot::name).orElse(element.toString());
            if (lines.size() > MOST
                    && lines.subList(lines.size() - MOST, lines.size()).contains(line)) {
                repeated++;
            } else {
                lines.add(line);
            }
        }
        if (repeated > 0) {
            lines.add("… and " + repeated + " frames more like these");
        }
        return lines;
    }

    /// The frames down to the last one in a cell.
    private static List<StackTraceElement> cut(StackTraceElement[] frames) {
        int end = frames.length;
        while (end > 0 && !Places.isCell(frames[end - 1])) {
            end--;
        }
        return List.of(frames).subList(0, end == 0 ? frames.length : end).stream()
                .filter(frame -> !frame.getMethodName().startsWith(References.NAME))
                .toList();
    }

    /// `ArithmeticException: / by zero`, whatever the exception's own methods do.
    static String describe(Throwable thrown) {
        return message(thrown)
                .map(message -> name(thrown) + ": " + message)
                .orElseGet(() -> name(thrown));
    }

    /// What caused it, whatever the exception's own methods do.
    static @Nullable Throwable cause(Throwable thrown) {
        try {
            return thrown.getCause();
        } catch (Throwable e) {
            return null;
        }
    }

    /// What failed on the way out, as when a file was closed.
    static List<Throwable> suppressed(Throwable thrown) {
        try {
            return List.of(thrown.getSuppressed());
        } catch (Throwable e) {
            return List.of();
        }
    }

    static StackTraceElement[] trace(Throwable thrown) {
        try {
            return Objects.requireNonNull(thrown.getStackTrace());
        } catch (Throwable e) {
            return new StackTraceElement[0];
        }
    }

    static Optional<String> message(Throwable thrown) {
        try {
            return Optional.ofNullable(thrown.getLocalizedMessage())
                    .map(each -> Excerpt.of(each, LONG))
                    .map(Frames::readable);
        } catch (Throwable e) {
            return Optional.of("(its getMessage() failed with " + name(e) + ")");
        }
    }

    /// Without the names of the classes that JShell wraps around the cells, and without class
    /// loaders.
    private static String readable(String message) {
        return message.replaceAll("REPL\\.\\$JShell\\$\\d+[A-Z]*[.$]", "")
                .replaceAll(" \\([^()]* (?:is|are) in [^()]*loader[^()]*\\)", "")
                .replaceAll(" \\([^()]* in (?:un)?named module[^()]*\\)", "")
                .strip();
    }

    /// The name of its class; of an anonymous class the name of what it extends.
    static String name(Throwable thrown) {
        Class<?> type = thrown.getClass();
        return type.isAnonymousClass()
                ? Objects.requireNonNull(type.getSuperclass()).getSimpleName()
                : type.getSimpleName();
    }

    private static String method(StackTraceElement frame) {
        String method = frame.getMethodName();
        if (method.startsWith("lambda$")) {
            return "in a lambda";
        }
        if (method.startsWith("do_it$")) {
            return "";
        }
        String owner = frame.getClassName();
        int nested = owner.indexOf('$', owner.lastIndexOf("JShell$") + "JShell$".length());
        String type = nested < 0 ? "" : UNNAMED.matcher(owner.substring(nested)).replaceAll("");
        type = type.isEmpty() ? "" : type.substring(1).replace('$', '.');
        if (method.equals("<init>")) {
            return type.isEmpty() ? "in a new object" : "in new " + type + "()";
        }
        if (method.equals("<clinit>")) {
            return "in the static part of " + type;
        }
        return "in " + (type.isEmpty() ? "" : type + ".") + method + "()";
    }

    /// Whether a thread is in code of the JDK or of a jar that a cell has called. Not in the
    /// kernel's own code nor the library's, which stop by themselves, and not while a class is made
    /// ready, which Java tries only once.
    static boolean isAwayFromUs(Thread thread) {
        for (StackTraceElement frame : thread.getStackTrace()) {
            String owner = frame.getClassName();
            if (Places.isCell(frame) || owner.equals(Values.class.getName())) {
                return true;
            }
            boolean ours = owner.startsWith("nacre.") && !owner.startsWith("nacre.display.");
            boolean loads =
                    owner.startsWith("jdk.internal.loader.")
                            || owner.startsWith("java.lang.invoke.")
                            || owner.equals("java.lang.ClassLoader")
                            || frame.getMethodName().equals("<clinit>");
            if (ours || loads) {
                return false;
            }
        }
        return false;
    }

    /// Whether it is the thread of a `Timer` that has something to do later.
    static boolean isTimer(Thread thread) {
        return thread.getClass().getName().equals("java.util.TimerThread")
                && thread.getState() == Thread.State.TIMED_WAITING
                && isIdle(thread);
    }

    /// Whether it is a thread of a pool that has something to do later.
    static boolean isScheduler(Thread thread) {
        return thread.getState() == Thread.State.TIMED_WAITING
                && Arrays.stream(thread.getStackTrace())
                        .anyMatch(frame -> frame.getClassName().endsWith("$DelayedWorkQueue"));
    }

    /// Whether a thread is deep in javac, which then can be ended there: this javac is never used
    /// again. Not while it reads a file, which others read too, nor while a class is made ready.
    static boolean isInCompiler(Thread thread) {
        boolean inJavac = false;
        for (StackTraceElement frame : thread.getStackTrace()) {
            String owner = frame.getClassName();
            if (owner.startsWith("jdk.jshell.")) {
                return inJavac;
            }
            if (!COMPILER.matcher(owner).matches() || frame.getMethodName().equals("<clinit>")) {
                return false;
            }
            inJavac |= owner.startsWith("com.");
        }
        return inJavac; // deeper than Java tells
    }

    /// Whether a thread waits in code of the JDK alone, as those of a pool do for work.
    static boolean isIdle(Thread thread) {
        return switch (thread.getState()) {
            case WAITING, TIMED_WAITING ->
                    Arrays.stream(thread.getStackTrace())
                            .map(StackTraceElement::getClassName)
                            .allMatch(name -> name.startsWith("java.") || name.startsWith("jdk."));
            default -> false;
        };
    }

    /// Whether it is a thread of a pool that waits for work: what it may do next is marked, see
    /// [Handed], which the work of a `Timer` is not.
    static boolean isSpare(Thread thread) {
        return Arrays.stream(thread.getStackTrace())
                .map(frame -> frame.getClassName() + "." + frame.getMethodName())
                .anyMatch(SPARE::contains);
    }

    /// Where a thread is right now, in a cell if it can be said: `Cell [1], line 2, in spin()`.
    String place(Thread thread) {
        String waits = thread.getState() == Thread.State.BLOCKED ? ", in " + LOCK : "";
        return Arrays.stream(thread.getStackTrace())
                .flatMap(each -> inCell(each).stream())
                .findFirst()
                .map(frame -> frame.title() + waits)
                .orElseGet(() -> top(thread));
    }

    /// Where a thread is right now: the first frame that is not one of ours.
    static String top(Thread thread) {
        for (StackTraceElement frame : thread.getStackTrace()) {
            if (thread.getState() == Thread.State.BLOCKED) {
                return LOCK;
            }
            if (!frame.getClassName().startsWith(HERE)) {
                return frame.getClassName() + "." + frame.getMethodName() + "()";
            }
        }
        return "code of its own";
    }
}
