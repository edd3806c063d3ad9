package nacre.bench;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// One thing to measure.
///
/// @param question what it is and its sizes, as the other libraries are asked for it
/// @param amount floating-point operations (or bytes, or millions of samples) of one run
/// @param unit what is printed
/// @param ours makes one run in this engine
/// @param beside makes the same run in this process by other means, if there are any: products in
///   OpenBLAS, steps of training by hand
record Workload(
        String question,
        double amount,
        Unit unit,
        Supplier<Runnable> ours,
        @Nullable Supplier<Runnable> beside) {
    /// What a workload is measured in.
    enum Unit {
        FLOPS("GFLOP/s"),
        BYTES("GB/s"),
        SAMPLES("k/s"),
        MICROSECONDS("µs");

        private final String text;

        Unit(String text) {
            this.text = text;
        }

        @Override
        public String toString() {
            return text;
        }
    }

    /// The figure to print for a run that took so many nanoseconds.
    double figure(double nanos) {
        return unit == Unit.MICROSECONDS ? nanos / 1000 : amount / nanos;
    }
}
