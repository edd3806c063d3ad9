package nacre.kernel;

import java.util.List;
import nacre.kernel.install.InstallException;
import nacre.kernel.notebook.Trouble;
import nacre.kernel.transport.ConnectionException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/// Says in one line what the user can mend; shows the stack trace only of what the user cannot.
final class OneLineErrors implements IExecutionExceptionHandler {
    private static final List<Class<?>> CLEAR =
            List.of(ConnectionException.class, InstallException.class);

    @Override
    public int handleExecutionException(
            Exception problem, CommandLine line, ParseResult arguments) {
        if (problem instanceof Trouble) {
            line.getErr().println(problem.getMessage());
            return CommandLine.ExitCode.USAGE;
        }
        if (CLEAR.stream().anyMatch(clear -> clear.isInstance(problem))) {
            line.getErr().println("nacre: " + problem.getMessage());
        } else {
            problem.printStackTrace(line.getErr());
        }
        return line.getCommandSpec().exitCodeOnExecutionException();
    }
}
