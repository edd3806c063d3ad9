package nacre.bench;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/// Measures workloads here and in the other libraries by turns, and prints a row for each.
///
/// Beside each figure of another stands how many times faster this engine is: the median over the
/// rounds, in each of which both have felt the same load of the machine.
final class Table {
    private static final int MILLIS = 40;

    /// After its work a library's threads may look for more for a while, on the cores that the next
    /// one needs.
    private static final long REST = 250_000_000;

    private final Options options;
    private final List<Peer> peers;

    Table(Options options, List<Peer> peers) {
        this.options = options;
        this.peers = peers;
        System.out.printf(
                "%nThreads: %d. In brackets: how many times faster ours is. `beside` is OpenBLAS"
                        + " for products,%nfor training the same kernels called by hand. `of peak`"
                        + " is of multiply-adds in registers,%nor of a copy of as many bytes.%n%n"
                        + "%-28s %15s %7s %8s %17s",
                options.threads(), "workload", "ours", "spread", "of peak", "beside");
        peers.forEach(peer -> System.out.printf(" %17s", peer.name()));
        System.out.println();
    }

    void row(Workload w) {
        boolean alone = options.threads() == 1;
        Runnable ours = w.ours().get();
        @Nullable Runnable beside = w.beside() == null ? null : w.beside().get();
        @Nullable Runnable best = best(w);
        Clock.warm(ours, alone);
        if (beside != null) {
            Clock.warm(beside, alone);
        }
        if (best != null) {
            Clock.warm(best, alone);
        }
        int rounds = options.rounds();
        double[] mine = new double[rounds];
        double[] peak = new double[rounds];
        double[][] theirs = new double[1 + peers.size()][rounds];
        for (int round = 0; round < rounds; round++) {
            boolean first = round % 2 == 0; // who comes first finds the caches cold
            if (first) {
                mine[round] = Clock.time(ours, MILLIS, alone);
            }
            peak[round] = best == null ? Double.NaN : Clock.time(best, MILLIS, alone);
            theirs[0][round] = beside == null ? Double.NaN : Clock.time(beside, MILLIS, alone);
            if (!first) {
                mine[round] = Clock.time(ours, MILLIS, alone);
            }
            for (int i = 1; i < theirs.length; i++) {
                theirs[i][round] = peers.get(i - 1).time(w.question(), MILLIS);
                if (!alone && !Double.isNaN(theirs[i][round])) {
                    LockSupport.parkNanos(REST);
                }
            }
        }
        print(w, mine, bestPer(w) * ratio(peak, mine), theirs);
    }

    private static @Nullable Runnable best(Workload w) {
        return switch (w.unit()) {
            case FLOPS -> Peak.multiplyAdds();
            case BYTES -> Peak.copy(w.amount());
            case SAMPLES, MICROSECONDS -> null;
        };
    }

    /// How much of the workload one run of the best is.
    private static double bestPer(Workload w) {
        return w.unit() == Workload.Unit.FLOPS ? w.amount() / Peak.operations() : 1;
    }

    private static void print(Workload w, double[] mine, double ofPeak, double[][] theirs) {
        double own = Clock.median(mine);
        double slowest = Arrays.stream(mine).max().getAsDouble();
        double fastest = Arrays.stream(mine).min().getAsDouble();
        System.out.printf(
                "%-28s %7.1f %-7s %5.0f %% %8s",
                w.question(),
                w.figure(own),
                w.unit(),
                100 * (slowest - fastest) / own,
                Double.isNaN(ofPeak) ? "" : Math.round(100 * ofPeak) + " %");
        for (double[] times : theirs) {
            double figure = w.figure(Clock.median(times));
            System.out.printf(
                    " %17s",
                    Double.isNaN(figure)
                            ? ""
                            : String.format("%.1f (%.2f)", figure, ratio(times, mine)));
        }
        System.out.println();
    }

    private static double ratio(double[] theirs, double[] mine) {
        double[] ratios = new double[mine.length];
        for (int i = 0; i < mine.length; i++) {
            ratios[i] = theirs[i] / mine[i];
        }
        return Clock.median(ratios);
    }
}
