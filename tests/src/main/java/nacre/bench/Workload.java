package nacre.bench;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// One thing to measure.
///
/// @param name what it is, and its sizes
/// @param amount floating-point operations (or bytes) of one run
/// @param unit `GFLOP/s` or `GB/s`
/// @param ours one run in this engine
/// @param torch the line that asks PyTorch for the same
/// @param blas makes the same run in OpenBLAS, if it can do it
record Workload(
        String name,
        double amount,
        String unit,
        Runnable ours,
        String torch,
        @Nullable Supplier<Runnable> blas) {}
