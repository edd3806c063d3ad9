package nacre.kernel;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import nacre.display.WarmUp;
import nacre.kernel.install.JupyterFolders;
import nacre.kernel.magics.Cells;
import nacre.kernel.shell.Exits;
import nacre.kernel.transport.ConnectionException;
import nacre.kernel.transport.ConnectionFile;
import nacre.kernel.transport.KernelServer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import sun.misc.Signal;
import sun.misc.SignalHandler;

/// `nacre kernel`: what Jupyter starts for each notebook.
@Command(
        name = "kernel",
        mixinStandardHelpOptions = true,
        description = "Serve one notebook; Jupyter starts this.")
final class KernelCommand implements Callable<Integer> {
    private static final int PATIENCE = 3_000;
    private static final int PAUSE = 1_000;
    private static final List<String> SAMPLES =
            List.of(
                    "System.out.pri",
                    "new Dense(3).",
                    "new ",
                    "Stri",
                    "Math.max(1, ",
                    "x.activation(\"");

    @Option(
            names = "--connection-file",
            required = true,
            paramLabel = "FILE",
            description = "The file in which Jupyter says where it wants to reach the kernel.")
    private Path connectionFile = Path.of("");

    /// Whether this is the command line of the kernelspec: then nobody waits until its options are
    /// understood, which takes a tenth of a second.
    static boolean isFromJupyter(String[] args) {
        return args.length == 3 && args[0].equals("kernel") && args[1].equals("--connection-file");
    }

    /// Serves what Jupyter has asked for; gives the exit code.
    static int serve(String[] args) {
        PrintStream err = System.err; // before the shell gives it to its cells
        try {
            return serve(Path.of(args[2]));
        } catch (ConnectionException e) {
            err.println("nacre: " + e.getMessage());
            return 1;
        }
    }

    @Override
    public Integer call() {
        return serve(connectionFile);
    }

    private static int serve(Path file) {
        return serve(file, JupyterFolders.user().history(), true);
    }

    /// Serves whoever has written the connection file.
    ///
    /// @param history where cells are remembered
    /// @param mustLeave whether the process is to end with the kernel, whatever cells have left
    static int serve(Path file, Path history, boolean mustLeave) {
        KernelServer.prepare();
        var opening = CompletableFuture.supplyAsync(Shells::open, KernelCommand::beside);
        try { // meanwhile: a front end that finds nobody comes back after a tenth of a second
            ConnectionFile connection = ConnectionFile.read(file);
            var service = new ShellService(opening::join);
            try (var server = KernelServer.open(connection, service, history)) {
                VectorModule.add(); // not needed before the first cell runs
                ConnectionFile.exposure(file)
                        .ifPresent(told -> System.err.println("nacre: " + told));
                serve(server, opening.join(), service);
                if (mustLeave) {
                    leaveInAnyCase();
                }
            }
        } finally {
            opening.thenAccept(Cells::close);
        }
        return 0;
    }

    private static void beside(Runnable work) {
        Thread.ofPlatform().daemon().name("nacre-open").start(work);
    }

    private static void serve(KernelServer server, Cells cells, ShellService service) {
        Signal.handle(new Signal("INT"), new Interrupt(service));
        service.onLeave(server::shutdown);
        FrontEndWatch.start(server::shutdown);
        cells.whenReady(() -> warmUp(cells));
        server.awaitShutdown();
    }

    /// What TAB, charts and vector loops need is got ready when the first cell has had its turn.
    private static void warmUp(Cells cells) {
        CompletableFuture.delayedExecutor(PAUSE, TimeUnit.MILLISECONDS)
                .execute(
                        () -> {
                            VectorModule.await();
                            SAMPLES.forEach(each -> cells.complete(each, each.length()));
                            WarmUp.start();
                            Exits.refuse();
                        });
    }

    /// What Ctrl-C means. No lambda: the start-up cache has none for an interface with constants.
    private record Interrupt(ShellService service) implements SignalHandler {
        @Override
        public void handle(Signal signal) {
            service.interrupt();
        }
    }

    /// A cell may have left a shutdown hook that never ends.
    private static void leaveInAnyCase() {
        Thread.ofPlatform()
                .daemon()
                .name("nacre-exit")
                .start(
                        () -> {
                            try {
                                Thread.sleep(PATIENCE);
                            } catch (InterruptedException e) {
                                // whoever interrupts this wants it to go faster
                            }
                            Runtime.getRuntime().halt(0);
                        });
    }
}
