package nacre.bench;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import nacre.compute.Threads;
import org.jspecify.annotations.Nullable;

/// Prints how fast the engine is beside OpenBLAS, PyTorch and steps of training written by hand:
/// `Bench [-t threads] [-r rounds] [name …]`.
public final class Bench {
    private static final int MILLIS = 40;

    private Bench() {}

    public static void main(String[] args) throws IOException {
        int threads = option(args, "-t", Runtime.getRuntime().availableProcessors());
        int rounds = option(args, "-r", 7);
        List<String> wanted =
                Arrays.stream(args).filter(a -> !a.startsWith("-") && !a.matches("\\d+")).toList();
        Threads.use(threads);
        Optional<Blas> blas = Blas.find();
        blas.ifPresent(b -> b.use(threads));
        Optional<Torch> torch = Torch.start();
        System.out.printf(
                "%-28s %12s %8s %10s %10s %9s %9s   threads: %d%n",
                "workload", "ours", "spread", "beside", "PyTorch", "/beside", "/PyTorch", threads);
        for (Workload w : Workloads.all(blas)) {
            if (wanted.isEmpty() || wanted.stream().anyMatch(w.name()::contains)) {
                measure(w, threads, rounds, torch);
            }
        }
        torch.ifPresent(Torch::close);
    }

    private static void measure(Workload w, int threads, int rounds, Optional<Torch> torch) {
        Runnable ours = w.ours().get();
        @Nullable Runnable beside = w.beside() == null ? null : w.beside().get();
        Clock.warm(ours);
        if (beside != null) {
            Clock.warm(beside);
        }
        double[] mine = new double[rounds];
        double[] theirs = new double[rounds];
        double[] python = new double[rounds];
        for (int i = 0; i < rounds; i++) {
            mine[i] = Clock.time(ours, MILLIS, threads == 1);
            theirs[i] = beside == null ? Double.NaN : Clock.time(beside, MILLIS, threads == 1);
            python[i] =
                    torch.isPresent() ? torch.get().time(w.torch(), threads, MILLIS) : Double.NaN;
        }
        double own = Clock.median(mine);
        double spread =
                (Arrays.stream(mine).max().getAsDouble() - Arrays.stream(mine).min().getAsDouble())
                        / own;
        System.out.printf(
                "%-28s %5.1f %6s %6.0f %% %10.1f %10.1f %9.2f %9.2f%n",
                w.name(),
                w.amount() / own,
                w.unit(),
                100 * spread,
                w.amount() / Clock.median(theirs),
                w.amount() / Clock.median(python),
                Clock.median(theirs) / own,
                Clock.median(python) / own);
    }

    static int option(String[] args, String name, int otherwise) {
        int at = Arrays.asList(args).indexOf(name);
        return at < 0 ? otherwise : Integer.parseInt(args[at + 1]);
    }
}
