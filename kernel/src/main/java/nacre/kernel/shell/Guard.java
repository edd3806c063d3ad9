package nacre.kernel.shell;

import java.io.Console;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What the code of cells is woven with; public because the classes of cells call it.
public final class Guard {
    /// How many stopped cells still run: nearly always 0, so the check in a loop costs one read.
    @SuppressWarnings("NonFinalStaticField") // one for the process, as the woven code is
    static volatile int stopping;

    /// The thread of the cell that was stopped last, known without a call: near a stack overflow
    /// there is no room for one.
    @SuppressWarnings("NonFinalStaticField")
    static volatile @Nullable Thread stopped;

    private Guard() {}

    /// Called at each turn of a loop and at the start of each method of a cell.
    public static void check() {
        if (stopping != 0) {
            if (Thread.currentThread() == stopped) {
                throw CellStopped.NOW;
            }
            Owners.current().ifPresent(CellRun::stopIfAsked);
        }
    }

    /// Called with each stream that a cell makes: the same stream, which can be stopped.
    public static <T> @Nullable Stream<T> watched(@Nullable Stream<T> stream) {
        return stream == null ? null : stream.peek(_ -> check());
    }

    /// The same for whole numbers.
    public static @Nullable IntStream watched(@Nullable IntStream stream) {
        return stream == null ? null : stream.peek(_ -> check());
    }

    /// The same for long numbers.
    public static @Nullable LongStream watched(@Nullable LongStream stream) {
        return stream == null ? null : stream.peek(_ -> check());
    }

    /// The same for numbers with a point.
    public static @Nullable DoubleStream watched(@Nullable DoubleStream stream) {
        return stream == null ? null : stream.peek(_ -> check());
    }

    /// Called instead of `System.exit`.
    public static void exit(int status) {
        throw new ExitRefused();
    }

    /// Called instead of `Runtime.exit` and `Runtime.halt`.
    public static void exit(Runtime runtime, int status) {
        throw new ExitRefused();
    }

    /// Called instead of `System.console().readLine()`: a cell has no console, but somebody to ask.
    public static String readLine(@Nullable Console none) {
        return ask("", false);
    }

    /// The same with a question.
    public static String readLine(@Nullable Console none, String format, Object... arguments) {
        return ask(format.formatted(arguments), false);
    }

    /// Called instead of `System.console().readPassword()`: what is typed is not seen.
    public static char[] readPassword(@Nullable Console none) {
        return ask("", true).toCharArray();
    }

    /// The same with a question.
    public static char[] readPassword(@Nullable Console none, String format, Object... arguments) {
        return ask(format.formatted(arguments), true).toCharArray();
    }

    /// Called instead of `IO.readln(prompt)`, which would print the prompt and then ask for
    /// nothing.
    public static String readln(@Nullable String prompt) {
        return ask(String.valueOf(prompt), false);
    }

    /// Called instead of `Throwable.printStackTrace`, which would tell the kernel's lines and not
    /// those of the cells.
    public static void printStackTrace(Throwable thrown) {
        trace(thrown).ifPresentOrElse(System.err::print, thrown::printStackTrace);
    }

    /// The same to any stream.
    public static void printStackTrace(Throwable thrown, PrintStream out) {
        trace(thrown, PrintStream.class)
                .ifPresentOrElse(out::print, () -> thrown.printStackTrace(out));
    }

    /// The same to any writer.
    public static void printStackTrace(Throwable thrown, PrintWriter out) {
        trace(thrown, PrintWriter.class)
                .ifPresentOrElse(out::print, () -> thrown.printStackTrace(out));
    }

    /// Called instead of `Thread.dumpStack()`.
    public static void dumpStack() {
        var here = new StackTrace();
        StackTraceElement[] frames = here.getStackTrace();
        here.setStackTrace(Arrays.copyOfRange(frames, 1, frames.length)); // without this one
        printStackTrace(here);
    }

    /// The lines of the cells, unless the exception has a way of its own to tell them.
    private static Optional<String> trace(Throwable thrown, Class<?>... given) {
        try {
            Class<?> teller =
                    thrown.getClass().getMethod("printStackTrace", given).getDeclaringClass();
            return teller == Throwable.class
                    ? Owners.current().map(run -> run.trace(thrown))
                    : Optional.empty();
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException("every exception has it", e);
        }
    }

    private static String ask(String question, boolean password) {
        return Owners.current()
                .map(run -> run.ask(question, password))
                .orElseThrow(() -> new IllegalStateException("only a cell can ask"));
    }

    /// Where a cell is, though nothing is wrong; its name is what stands above the lines.
    private static final class StackTrace extends Exception {
        private static final long serialVersionUID = 1;
    }

    /// Says that a cell cannot end the kernel.
    static final class ExitRefused extends Error {
        private static final long serialVersionUID = 1;

        ExitRefused() {
            super(
                    "a cell cannot end Java: all variables would be lost."
                            + " Use return to leave a method, or %exit to quit the kernel.");
        }
    }
}
