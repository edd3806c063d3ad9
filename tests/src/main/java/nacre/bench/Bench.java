package nacre.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nacre.compute.Threads;
import nacre.compute.Warmup;

/// Prints how fast the engine is beside others: `Bench [--peers] [--without library] [-t threads]
/// [-r rounds] [cold] [memory] [name …]`.
public final class Bench {
    private static final List<String> OF_PROCESSES = List.of("cold", "memory");

    private Bench() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        Options options = Options.of(args);
        Threads.use(options.threads());
        List<Command> others =
                Command.others(options.peers()).stream()
                        .filter(
                                other ->
                                        options.without().stream()
                                                .noneMatch(other.name()::equalsIgnoreCase))
                        .toList();
        if (!OF_PROCESSES.containsAll(options.names()) || options.names().isEmpty()) {
            kernelsAndSteps(options, others);
        }
        if (options.names().contains("cold")) {
            Cold.print(options, others);
        }
        if (options.names().contains("memory")) {
            Memory.print(options, others);
        }
    }

    private static void kernelsAndSteps(Options options, List<Command> others)
            throws IOException, InterruptedException {
        Warmup.await(); // until then plain loops stand in for some of those to be measured
        Optional<Blas> blas = Blas.find();
        blas.ifPresent(b -> b.use(options.threads()));
        var peers = new ArrayList<Peer>();
        for (Command other : others) {
            Peer.start(other, options.threads(), log(other)).ifPresent(peers::add);
        }
        var table = new Table(options, peers);
        for (Workload workload : Workloads.all(blas)) {
            if (options.want(workload.question())) {
                table.row(workload);
            }
        }
        peers.forEach(Peer::close);
    }

    /// Where the errors of another library go.
    static Path log(Command command) throws IOException {
        Path folder = Path.of(System.getProperty("nacre.home", "."), ".nacre");
        return Files.createDirectories(folder).resolve("bench-" + command.name() + ".log");
    }
}
