package nacre.bench;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// How long all threads of this process together were on a processor, Java's compiler left out.
///
/// Java's own figure comes in steps of 10 ms, so Linux is asked; elsewhere it is the time of day.
/// The compiler's threads must all be there from the start, as they are with
/// `-XX:-UseDynamicNumberOfCompilerThreads`.
final class ProcessTime {
    private static final int PROCESS_CPU = 2;
    private static final long SECOND = 1_000_000_000;
    private static final Path THREADS = Path.of("/proc/self/task");
    private static final @Nullable ProcessTime LINUX =
            Files.exists(THREADS) ? new ProcessTime() : null;

    private final MemorySegment answer = Arena.global().allocate(2 * JAVA_LONG.byteSize());
    private final MethodHandle ask;
    private final List<Path> compilers;

    private ProcessTime() {
        Linker linker = Linker.nativeLinker();
        ask =
                linker.downcallHandle(
                        linker.defaultLookup().findOrThrow("clock_gettime"),
                        FunctionDescriptor.of(JAVA_INT, JAVA_INT, ADDRESS));
        try (Stream<Path> threads = Files.list(THREADS)) {
            compilers = threads.filter(ProcessTime::compiles).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// In nanoseconds.
    static long now() {
        return LINUX == null ? System.nanoTime() : LINUX.all() - LINUX.compiling();
    }

    private long all() {
        try {
            int _ = (int) ask.invokeExact(PROCESS_CPU, answer);
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
        return answer.getAtIndex(JAVA_LONG, 0) * SECOND + answer.getAtIndex(JAVA_LONG, 1);
    }

    private long compiling() {
        return compilers.stream().mapToLong(ProcessTime::running).sum();
    }

    private static boolean compiles(Path thread) {
        return read(thread.resolve("comm")).matches("C[12] Compiler.*\\s*");
    }

    private static long running(Path thread) {
        return Long.parseLong(read(thread.resolve("schedstat")).split(" ")[0]);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
