package nacre.bench;

import java.io.IOException;
import java.util.Optional;
import nacre.compute.Threads;

/// This engine in a process of its own, for what a process as a whole needs: time from its start,
/// and memory.
final class Ours {
    private Ours() {}

    public static void main(String[] args) throws IOException {
        Threads.use(Integer.parseInt(args[0]));
        Answers.give(args, (name, sizes) -> Optional.of(Steps.of(name, sizes[0], sizes[1])));
    }
}
