package nacre.kernel.doctor;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `nacre check-port`: asked by the launcher before it starts Jupyter, so that a taken port is one
/// clear message.
@Command(name = "check-port", hidden = true, description = "Say whether a port is free.")
public final class CheckPortCommand implements Callable<Integer> {
    private static final int LAST = 65_535;

    @Parameters(paramLabel = "PORT")
    private int port;

    @Spec private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        if (port < 1 || port > LAST) {
            return no("--port needs a number from 1 to " + LAST + "; it got " + port + ".");
        }
        try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound() ? ExitCode.OK : no("Port " + port + " cannot be used.");
        } catch (IOException e) {
            return no(
                    "Port "
                            + port
                            + " is in use. Take another (--port "
                            + (port == LAST ? port - 1 : port + 1)
                            + "), or none: Jupyter finds a free one.");
        }
    }

    private int no(String message) {
        PrintWriter err = spec.commandLine().getErr();
        err.println(message);
        err.flush();
        return ExitCode.USAGE;
    }
}
