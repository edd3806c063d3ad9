package nacre.kernel;

import java.util.List;
import java.util.Optional;
import nacre.kernel.doctor.CheckPortCommand;
import nacre.kernel.doctor.DoctorCommand;
import nacre.kernel.install.InstallCommand;
import nacre.kernel.install.UninstallCommand;
import nacre.kernel.repl.ReplCommand;
import nacre.kernel.runner.RunCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// The `nacre` command: a list of its subcommands, each a class of its own.
@Command(
        name = "nacre",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        description = "Neural-network layers inside JShell.")
final class Commands implements Runnable {
    @Spec private CommandSpec spec = CommandSpec.create();

    private Commands() {}

    /// Runs one command; gives its exit code.
    static int run(String[] args) {
        VectorModule.add();
        var line = new CommandLine(new Commands());
        line.getCommandSpec().version("Nacre " + version());
        subcommands().forEach(line::addSubcommand);
        line.setParameterExceptionHandler(new WrongArguments());
        line.setExecutionExceptionHandler(new OneLineErrors());
        return line.execute(args);
    }

    /// Without a command it lists them.
    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    private static String version() {
        return Optional.ofNullable(Commands.class.getPackage().getImplementationVersion())
                .orElse("of this folder");
    }

    private static List<Object> subcommands() {
        return List.of(
                new RunCommand(Main.class, Shells::ready),
                new ReplCommand(Shells::ready),
                new KernelCommand(),
                new InstallCommand(),
                new UninstallCommand(),
                new DoctorCommand(),
                new CheckPortCommand());
    }
}
