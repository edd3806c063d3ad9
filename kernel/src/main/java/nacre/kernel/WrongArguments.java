package nacre.kernel;

import java.util.List;
import java.util.stream.Collectors;
import nacre.display.Spelling;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.MutuallyExclusiveArgsException;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/// Says in one sentence what is wrong with what stands behind a command, and where to read more.
final class WrongArguments implements IParameterExceptionHandler {
    @Override
    public int handleParseException(ParameterException problem, String[] arguments) {
        CommandLine line = problem.getCommandLine();
        String command = line.getCommandSpec().qualifiedName();
        line.getErr().println(told(problem, command, List.of(arguments)));
        line.getErr().println("`" + command + " --help` lists what it takes.");
        return CommandLine.ExitCode.USAGE;
    }

    private static String told(ParameterException problem, String command, List<String> arguments) {
        return switch (problem) {
            case UnmatchedArgumentException unknown -> unknown(unknown, command);
            case OverwrittenOptionException twice ->
                    name(twice.getOverwritten()) + " was given twice.";
            case MutuallyExclusiveArgsException many ->
                    String.valueOf(many.getMessage())
                            .replaceFirst(
                                    "^Error: (.*) are mutually exclusive.*",
                                    "Of $1 only one can be given.");
            case MissingParameterException missing ->
                    missing(missing.getMissing(), command, arguments);
            default -> value(problem);
        };
    }

    private static String unknown(UnmatchedArgumentException problem, String command) {
        boolean hasCommands = !problem.getCommandLine().getSubcommands().isEmpty();
        String what =
                problem.isUnknownOption()
                        ? " has no option "
                        : hasCommands ? " has no command " : " has no use for ";
        String word = problem.getUnmatched().getFirst();
        String near =
                problem.getSuggestions().stream()
                        .filter(each -> Spelling.distance(each, word) <= word.length() / 3)
                        .collect(Collectors.joining(" or "));
        return command + what + word + "." + (near.isEmpty() ? "" : " Did you mean " + near + "?");
    }

    /// An option without its value, or a command without what it needs.
    private static String missing(List<ArgSpec> missing, String command, List<String> arguments) {
        ArgSpec first = missing.getFirst();
        if (first.isOption() && arguments.contains(name(first))) {
            return name(first) + " needs " + first.paramLabel() + " behind it.";
        }
        return command
                + " needs "
                + missing.stream().map(WrongArguments::form).collect(Collectors.joining(" and "))
                + ".";
    }

    private static String form(ArgSpec argument) {
        return argument.isOption()
                ? name(argument) + " " + argument.paramLabel()
                : "a " + argument.paramLabel();
    }

    private static String value(ParameterException problem) {
        ArgSpec argument = problem.getArgSpec();
        if (argument == null) {
            return problem.getMessage() + ".";
        }
        boolean isSwitch = argument.type() == boolean.class;
        boolean isNumber = Number.class.isAssignableFrom(argument.type());
        return name(argument)
                + (isSwitch ? " takes no value" : " needs " + argument.paramLabel())
                + (isNumber ? ", a number" : "")
                + (problem.getValue() == null ? "." : "; it got " + problem.getValue() + ".");
    }

    private static String name(ArgSpec argument) {
        return argument instanceof OptionSpec option ? option.names()[0] : argument.paramLabel();
    }
}
