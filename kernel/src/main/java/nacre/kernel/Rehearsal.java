package nacre.kernel;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import nacre.kernel.install.JupyterFolders;
import nacre.kernel.transport.ConnectionFile;
import nacre.kernel.transport.FrontEnd;

/// Plays a short lesson to a kernel of its own, so that Java learns what a kernel needs at its
/// start. The kernel starts and ends just as Jupyter's does.
///
/// The installation runs this with `-XX:AOTCacheOutput`.
final class Rehearsal {
    private static final int PAUSE = 1_000;

    private Rehearsal() {}

    /// Whether this is the command line of the installation. It goes past the options of commands:
    /// a kernel does not meet them either, and Java would get them ready at each of its starts.
    static boolean isMeant(String[] args) {
        return args.length == 1 && args[0].equals("rehearse");
    }

    /// Plays the lesson; gives the exit code, and names on the error stream what should not have
    /// failed.
    static int play() throws IOException {
        Path folder = Files.createTempDirectory("nacre");
        Path connectionFile = Files.createTempFile(folder, "kernel", ".json");
        Path history = new JupyterFolders(folder).history();
        try {
            ConnectionFile connection = ConnectionFile.onThisMachine();
            Files.writeString(connectionFile, connection.text());
            var lesson = CompletableFuture.supplyAsync(() -> play(connection));
            KernelCommand.serve(connectionFile, history, false);
            lesson.join()
                    .forEach(failed -> System.err.println("The lesson stumbles over: " + failed));
            return lesson.join().isEmpty() ? 0 : 1;
        } finally {
            Files.delete(connectionFile);
            Files.deleteIfExists(history);
            Files.delete(folder);
        }
    }

    /// Gives the cells that failed and should not have.
    private static List<String> play(ConnectionFile connection) {
        try (var frontEnd = new FrontEnd(connection)) {
            try {
                frontEnd.greet();
                Thread.sleep(PAUSE); // as a learner would, so that the kernel warms up by itself
                List<String> failed =
                        Lesson.GOOD.stream().filter(cell -> !frontEnd.run(cell)).toList();
                Lesson.BAD.forEach(frontEnd::run);
                frontEnd.complete("System.out.pri", "System.out.pri".length());
                frontEnd.inspect("Math.max(1, 2)", "Math.max(".length());
                return failed;
            } finally {
                frontEnd.shutdown();
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException("the rehearsal was stopped", e);
        }
    }
}
