package nacre.kernel;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import nacre.kernel.install.JupyterFolders;
import nacre.kernel.shell.Shell;
import nacre.kernel.transport.ConnectionFile;
import nacre.kernel.transport.KernelServer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import sun.misc.Signal;

/// `nacre kernel`: what Jupyter starts for each notebook.
@Command(
        name = "kernel",
        mixinStandardHelpOptions = true,
        description = "Serve one notebook; Jupyter starts this.")
final class KernelCommand implements Callable<Integer> {
    private static final int PATIENCE = 3_000;

    @Option(
            names = "--connection-file",
            required = true,
            paramLabel = "FILE",
            description = "The file in which Jupyter says where it wants to reach the kernel.")
    private Path connectionFile = Path.of("");

    @Override
    public Integer call() throws InterruptedException {
        ConnectionFile connection = ConnectionFile.read(connectionFile);
        try (Shell shell = Shells.open();
                var server =
                        KernelServer.open(
                                connection,
                                new ShellService(shell),
                                JupyterFolders.user().history())) {
            Signal.handle(new Signal("INT"), _ -> shell.interrupt());
            FrontEndWatch.start(server::shutdown);
            server.awaitShutdown();
            leaveInAnyCase();
        }
        return 0;
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
