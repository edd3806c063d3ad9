package nacre.kernel;

import java.io.PrintStream;
import nacre.kernel.notebook.Trouble;
import nacre.kernel.repl.ReplCommand;
import nacre.kernel.runner.RunCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/// The program: one subcommand for each thing the kernel does.
@Command(
        name = "nacre",
        description = "Neural-network layers inside JShell.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND")
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        StandardError.reopen();
        System.exit(commands().execute(args));
    }

    static CommandLine commands() {
        PrintStream err = System.err; // a shell takes System.err for its cells
        return new CommandLine(new Main())
                .addSubcommand(new RunCommand(Main.class, Shells::open))
                .addSubcommand(new ReplCommand(Shells::open))
                .setExecutionExceptionHandler(
                        (problem, _, _) -> {
                            if (!(problem instanceof Trouble)) {
                                throw problem;
                            }
                            err.println(problem.getMessage());
                            return CommandLine.ExitCode.USAGE;
                        });
    }
}
