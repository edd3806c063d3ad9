package nacre.bench;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_FLOAT;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.util.Optional;

/// OpenBLAS of the machine, if there is one.
final class Blas {
    private static final int ROW_MAJOR = 101;
    private static final int PLAIN = 111;
    private static final int TRANSPOSED = 112;

    private final MethodHandle sgemm;
    private final MethodHandle threads;

    private Blas(SymbolLookup library) {
        Linker linker = Linker.nativeLinker();
        sgemm =
                linker.downcallHandle(
                        library.findOrThrow("cblas_sgemm"),
                        FunctionDescriptor.ofVoid(
                                JAVA_INT,
                                JAVA_INT,
                                JAVA_INT,
                                JAVA_INT,
                                JAVA_INT,
                                JAVA_INT,
                                JAVA_FLOAT,
                                ADDRESS,
                                JAVA_INT,
                                ADDRESS,
                                JAVA_INT,
                                JAVA_FLOAT,
                                ADDRESS,
                                JAVA_INT));
        threads =
                linker.downcallHandle(
                        library.findOrThrow("openblas_set_num_threads"),
                        FunctionDescriptor.ofVoid(JAVA_INT));
    }

    static Optional<Blas> find() {
        try {
            return Optional.of(
                    new Blas(SymbolLookup.libraryLookup("libopenblas.so.0", Arena.global())));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    void use(int n) {
        call(
                () -> {
                    threads.invokeExact(n);
                });
    }

    /// The product of new random matrices outside of the heap, as a program in C would call it.
    Runnable product(int m, int n, int k, boolean aTransposed, boolean bTransposed) {
        Arena arena = Arena.ofAuto();
        MemorySegment a = matrix(arena, m * k);
        MemorySegment b = matrix(arena, k * n);
        MemorySegment c = matrix(arena, m * n);
        int ta = aTransposed ? TRANSPOSED : PLAIN;
        int tb = bTransposed ? TRANSPOSED : PLAIN;
        int lda = aTransposed ? m : k;
        int ldb = bTransposed ? k : n;
        return () ->
                call(
                        () -> {
                            sgemm.invokeExact(
                                    ROW_MAJOR, ta, tb, m, n, k, 1f, a, lda, b, ldb, 0f, c, n);
                        });
    }

    private static MemorySegment matrix(Arena arena, int n) {
        MemorySegment x = arena.allocate(4L * n, 64);
        x.copyFrom(MemorySegment.ofArray(Workloads.random(n)));
        return x;
    }

    private interface Call {
        void run() throws Throwable;
    }

    private static void call(Call call) {
        try {
            call.run();
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }
}
