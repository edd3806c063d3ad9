package nacre.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Prints the most memory that a process has had after a while of training, for this engine with
/// the settings of the kernel and for the others.
final class Memory {
    private static final List<String> TRAININGS =
            List.of("mlp_train 32 64", "mlp_train 128 32", "cnn_train 128 4");

    private static final int MILLIS = 2000;

    private Memory() {}

    static void print(Options options, List<Command> others) throws IOException {
        var all = new ArrayList<Command>();
        all.add(Command.ours());
        all.addAll(others);
        System.out.printf("%n%-28s", "memory in training, MB");
        all.forEach(command -> System.out.printf(" %10s", command.name()));
        System.out.println();
        for (String training : TRAININGS) {
            System.out.printf("%-28s", training);
            for (Command command : all) {
                System.out.printf(" %10.0f", most(command, training, options.threads()));
            }
            System.out.println();
        }
    }

    private static double most(Command command, String training, int threads) throws IOException {
        Optional<Peer> started = Peer.start(command, threads, Bench.log(command));
        if (started.isEmpty()) {
            return Double.NaN;
        }
        try (Peer peer = started.get()) {
            double time = peer.time(training, MILLIS);
            return Double.isNaN(time) ? Double.NaN : peer.mostMemory();
        }
    }
}
