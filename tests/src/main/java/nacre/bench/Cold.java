package nacre.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Prints how long a class waits: from the start of a process to the end of its first epoch, in
/// this engine and in the others.
///
/// The processes take turns, so that a busy machine slows all of them. The first turn, in which
/// natives are unpacked and files come from the disk, does not count. Ours starts as the kernel
/// does, but without its cache of compiled code.
final class Cold {
    /// 10,000 samples in batches of 32, and 2,000 in batches of 128.
    private static final List<String> EPOCHS = List.of("mlp_train 32 313", "cnn_train 128 16");

    private static final double SECOND = 1e9;

    private Cold() {}

    static void print(Options options, List<Command> others)
            throws IOException, InterruptedException {
        System.out.printf("%n%-28s", "start to the end of epoch 1");
        var all = new ArrayList<Command>();
        all.add(Command.ours());
        all.addAll(others);
        for (Command command : all) {
            System.out.printf(" %10s", command.name());
            System.out.print(command.name().equals("ours") ? "" : "  ours/it");
        }
        System.out.println();
        for (String epoch : EPOCHS) {
            print(epoch, options, all);
        }
    }

    private static void print(String epoch, Options options, List<Command> all)
            throws IOException, InterruptedException {
        double[][] times = new double[all.size()][options.rounds()];
        for (int round = -1; round < options.rounds(); round++) {
            for (int i = 0; i < times.length; i++) {
                double spent = seconds(all.get(i), epoch, options.threads());
                if (round >= 0) {
                    times[i][round] = spent;
                }
            }
        }
        double ours = Clock.median(times[0]);
        System.out.printf("%-28s %8.2f s", epoch, ours);
        for (int i = 1; i < times.length; i++) {
            double theirs = Clock.median(times[i]);
            System.out.printf(" %8.2f s %8.2f", theirs, ours / theirs);
        }
        System.out.println();
    }

    /// NaN if the process fails: the library does not have that work.
    private static double seconds(Command command, String epoch, int threads)
            throws IOException, InterruptedException {
        Path log = Bench.log(command);
        ProcessBuilder builder = Peer.process(command, threads, log, epoch.split(" "));
        long start = System.nanoTime();
        int status = builder.redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor();
        double spent = (System.nanoTime() - start) / SECOND;
        return status == 0 ? spent : Double.NaN;
    }
}
