package nacre.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import nacre.models.Sequential;
import nacre.tensor.Shape;
import nacre.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/// Prints how long a class waits: from the start of a process to the end of its first epoch, beside
/// the same in Python's PyTorch: `Cold [-t threads] [-r rounds]`.
///
/// The processes take turns, so that a busy machine slows both. They start as the kernel does, but
/// without its cache of compiled code.
public final class Cold {
    private static final int BATCH = 32;
    private static final double SECOND = 1e9;

    /// What is trained, and on how many samples.
    private enum Work {
        MLP(10_000),
        CNN(2_000);

        private final int samples;

        Work(int samples) {
            this.samples = samples;
        }

        Sequential model() {
            return this == MLP ? Steps.mlp() : Steps.cnn();
        }
    }

    private Cold() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        if (args.length == 2 && args[0].equals("epoch")) {
            epoch(Work.valueOf(args[1]));
            return;
        }
        int threads = Bench.option(args, "-t", Runtime.getRuntime().availableProcessors());
        int rounds = Bench.option(args, "-r", 5);
        Path script = Files.createTempFile("cold", ".py");
        try (InputStream in = Cold.class.getResourceAsStream("cold.py")) {
            Files.write(script, in.readAllBytes());
            System.out.printf(
                    "%-18s %10s %10s %10s   threads: %d%n",
                    "start to epoch 1", "ours", "PyTorch", "ours/it", threads);
            for (Work work : Work.values()) {
                measure(work, threads, rounds, script);
            }
        } finally {
            Files.delete(script);
        }
    }

    private static void measure(Work work, int threads, int rounds, Path script)
            throws IOException, InterruptedException {
        @Nullable String python = Torch.python();
        double[] ours = new double[rounds];
        double[] theirs = new double[rounds];
        for (int i = 0; i < rounds; i++) {
            ours[i] = seconds(java(work, threads));
            theirs[i] =
                    python == null
                            ? Double.NaN
                            : seconds(
                                    List.of(
                                            python,
                                            script.toString(),
                                            work.name(),
                                            String.valueOf(work.samples),
                                            String.valueOf(BATCH),
                                            String.valueOf(threads)));
        }
        double mine = Clock.median(ours);
        double its = Clock.median(theirs);
        System.out.printf(
                "%-18s %8.2f s %8.2f s %10.2f%n",
                work.name().toLowerCase(Locale.ROOT) + " " + work.samples, mine, its, mine / its);
    }

    private static List<String> java(Work work, int threads) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-XX:+UseSerialGC");
        command.add("--add-modules=jdk.incubator.vector");
        command.add("-Dnacre.threads=" + threads);
        command.addAll(List.of("-cp", System.getProperty("java.class.path")));
        command.addAll(List.of(Cold.class.getName(), "epoch", work.name()));
        return command;
    }

    private static double seconds(List<String> command) throws IOException, InterruptedException {
        long start = System.nanoTime();
        Process process =
                new ProcessBuilder(command)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
        int status = process.waitFor();
        double spent = (System.nanoTime() - start) / SECOND;
        if (status != 0) {
            throw new IllegalStateException(command + " ended with status " + status);
        }
        return spent;
    }

    private static void epoch(Work work) {
        Sequential model = work.model();
        model.compile("adam", "sparse_categorical_crossentropy");
        Shape shape = model.inputShape().with(0, work.samples);
        Tensor x = Tensor.of(Workloads.random(shape.size()), shape.dims());
        model.fit(x, Steps.classes(work.samples)).batchSize(BATCH).verbose(0).run();
    }
}
