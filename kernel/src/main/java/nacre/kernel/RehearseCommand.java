package nacre.kernel;

import java.util.List;
import java.util.concurrent.Callable;
import nacre.kernel.magics.Cells;
import nacre.kernel.transport.ConnectionFile;
import nacre.kernel.transport.FrontEnd;
import nacre.kernel.transport.KernelServer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `nacre rehearse`: plays a short lesson to a kernel of its own, so that Java learns what a kernel
/// needs at its start.
///
/// The installation runs this with `-XX:AOTCacheOutput`.
@Command(
        name = "rehearse",
        hidden = true,
        description = "Play a short lesson, to train the start-up cache.")
final class RehearseCommand implements Callable<Integer> {
    @Spec private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        ConnectionFile connection = ConnectionFile.onThisMachine();
        try (Cells cells = Shells.open();
                var _ = KernelServer.open(connection, new ShellService(cells), null);
                var frontEnd = new FrontEnd(connection)) {
            List<String> failed = Lesson.GOOD.stream().filter(cell -> !frontEnd.run(cell)).toList();
            Lesson.BAD.forEach(frontEnd::run);
            frontEnd.complete("System.out.pri", "System.out.pri".length());
            frontEnd.inspect("Math.max(1, 2)", "Math.max(".length());
            frontEnd.shutdown();
            failed.forEach(
                    cell ->
                            spec.commandLine()
                                    .getErr()
                                    .println("The lesson stumbles over: " + cell));
            return failed.isEmpty() ? 0 : 1;
        }
    }
}
