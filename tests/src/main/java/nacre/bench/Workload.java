package nacre.bench;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// One thing to measure.
///
/// @param name what it is, and its sizes
/// @param amount floating-point operations (or bytes, or millions of samples) of one run
/// @param unit `GFLOP/s`, `GB/s` or `k/s`, thousands of samples per second
/// @param ours makes one run in this engine
/// @param torch the line that asks PyTorch for the same
/// @param beside makes the same run in this process by other means, if there are any: products in
///   OpenBLAS, steps of training by hand
record Workload(
        String name,
        double amount,
        String unit,
        Supplier<Runnable> ours,
        String torch,
        @Nullable Supplier<Runnable> beside) {}
