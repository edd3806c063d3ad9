package nacre.kernel.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Says in Java what Keras writes with named arguments: a parameter has its place, an option is a
/// call behind the parentheses. `Dense(units=3, activation='relu')` is `new
/// Dense(3).activation("relu")`.
final class NamedArguments {
    private static final int LONGEST = 160; // of a call that is told
    private static final String IN_ORDER =
            "Java has no named arguments; values stand in their order.";
    private static final Pattern NAMED =
            Pattern.compile("\\s*([a-z]\\w*)\\s*=(?![=>])(.*)", Pattern.DOTALL);
    private static final Pattern CALLEE =
            Pattern.compile("(?:new\\s+)?((?:\\w+(?:\\([^()]*\\))?\\s*\\.\\s*)*(\\w+))\\s*$");
    private static final Pattern PARAMETERS = Pattern.compile("\\(([^()]*)\\)");
    private static final Set<String> NO_CALLS =
            Set.of(
                    "Input",
                    "if",
                    "while",
                    "for",
                    "switch",
                    "try",
                    "catch",
                    "synchronized",
                    "return");

    /// Of which [PythonSpellings] says more.
    private static final Set<String> ELSEWHERE =
            Set.of("inputShape", "inputDim", "keepdims", "inputs", "outputs");

    private final Function<String, Set<String>> behind;
    private final Function<String, List<String>> signatures;

    /// @param name empty if the value has none
    private record Argument(String name, String value, int begin, int end) {}

    /// @param behind the names that can stand behind some code
    /// @param signatures of the call that some code ends in
    NamedArguments(
            Function<String, Set<String>> behind, Function<String, List<String>> signatures) {
        this.behind = behind;
        this.signatures = signatures;
    }

    Optional<String> hint(Problem problem) {
        if (!problem.isSyntax() && !problem.is("cant.resolve")) {
            return Optional.empty();
        }
        String code = problem.cell().code();
        String mask = Source.mask(code);
        int open = opening(mask, problem.position());
        while (open >= 0) {
            Matcher callee = CALLEE.matcher(code.substring(0, open).replaceFirst("(?s).*\n", ""));
            boolean isCall = callee.find() && !NO_CALLS.contains(callee.group(2));
            List<Argument> arguments = isCall ? arguments(code, mask, open + 1) : List.of();
            if (arguments.stream().anyMatch(each -> isMeant(each, problem))) {
                String before = code.substring(0, open - callee.group().length());
                return Optional.of(say(before, callee, arguments));
            }
            open = opening(mask, open);
        }
        return Optional.empty();
    }

    /// Whether javac stumbles over an argument's name, or over the value behind it.
    private static boolean isMeant(Argument argument, Problem problem) {
        return !argument.name().isEmpty()
                && !ELSEWHERE.contains(argument.name())
                && argument.begin() <= problem.position()
                && problem.position() <= argument.end();
    }

    private String say(String before, MatchResult callee, List<Argument> arguments) {
        boolean isClass = Character.isUpperCase(callee.group(2).charAt(0));
        boolean isMade = callee.group().startsWith("new");
        String call = (isClass || isMade ? "new " : "") + callee.group(1) + "(";
        List<String> forms = signatures.apply(before + call);
        return forms.stream()
                .flatMap(form -> inJava(before, call, parameters(form), arguments).stream())
                .filter(told -> told.length() <= LONGEST)
                .findFirst()
                .map(told -> "Java has no named arguments: `" + told + "`.")
                .orElseGet(
                        () ->
                                Offers.forms(callee.group(2), forms)
                                        .map(offer -> IN_ORDER + " " + offer)
                                        .orElse(IN_ORDER));
    }

    /// The call with each value in its place; nothing if this form of it has no place for one.
    private Optional<String> inJava(
            String before, String call, List<String> parameters, List<Argument> arguments) {
        var values = new ArrayList<String>();
        var options = new ArrayList<Argument>();
        for (Argument argument : arguments) {
            if (argument.name().isEmpty() || isNext(argument.name(), values.size(), parameters)) {
                values.add(argument.value());
            } else {
                options.add(argument);
            }
        }
        boolean isWhole =
                values.size() >= parameters.size() || parameters.get(values.size()).contains("...");
        String made = call + String.join(", ", values) + ")";
        return isWhole && hasAll(before + made + ".", options)
                ? Optional.of(
                        options.stream()
                                .map(each -> ".%s(%s)".formatted(each.name(), each.value()))
                                .collect(Collectors.joining("", made, "")))
                : Optional.empty();
    }

    /// @param made the code of an object, with a dot
    private boolean hasAll(String made, List<Argument> options) {
        if (options.isEmpty()) {
            return true;
        }
        Set<String> there = behind.apply(made);
        return options.stream().allMatch(each -> there.contains(each.name() + "("));
    }

    private static boolean isNext(String name, int place, List<String> parameters) {
        if (place >= parameters.size()) {
            return false;
        }
        boolean isOnly = parameters.size() == 1 && !parameters.getFirst().contains(" ");
        return isOnly || parameters.get(place).endsWith(" " + name);
    }

    private static List<String> parameters(String signature) {
        return PARAMETERS
                .matcher(signature)
                .results()
                .filter(found -> !found.group(1).isBlank())
                .findFirst()
                .map(found -> List.of(found.group(1).strip().split("\\s*,\\s*")))
                .orElse(List.of());
    }

    /// What stands between parentheses; nothing if they do not close.
    private static List<Argument> arguments(String code, String mask, int begin) {
        var arguments = new ArrayList<Argument>();
        int from = begin;
        int depth = 0;
        for (int i = begin; i < mask.length(); i++) {
            char c = mask.charAt(i);
            depth += "([{".indexOf(c) >= 0 ? 1 : ")]}".indexOf(c) >= 0 ? -1 : 0;
            if (depth < 0 || c == ',' && depth == 0) {
                arguments.add(argument(code, from, i));
                from = i + 1;
            }
            if (depth < 0) {
                return arguments;
            }
        }
        return List.of();
    }

    private static Argument argument(String code, int begin, int end) {
        Matcher named = NAMED.matcher(code.substring(begin, end));
        return named.matches()
                ? new Argument(PythonNames.camel(named.group(1)), value(named.group(2)), begin, end)
                : new Argument("", code.substring(begin, end).strip(), begin, end);
    }

    /// A value of Python in Java; what is in a list or a tuple stands by itself.
    static String value(String python) {
        return switch (python.strip()) {
            case "True" -> "true";
            case "False" -> "false";
            case "None" -> "null";
            case String value ->
                    PythonSpellings.made(value)
                            .replaceAll("(?s)^[\\[(]\\s*(.*?)\\s*,?\\s*[\\])]$", "$1");
        };
    }

    /// The parenthesis before `end` that is still open there; -1 if the statement has none.
    private static int opening(String mask, int end) {
        int depth = 0;
        for (int i = end - 1; i >= 0; i--) {
            char c = mask.charAt(i);
            if (depth == 0 && "{;".indexOf(c) >= 0) {
                return -1;
            }
            depth += ")]}".indexOf(c) >= 0 ? 1 : "([{".indexOf(c) >= 0 ? -1 : 0;
            if (depth < 0) {
                if (c == '(') {
                    return i;
                }
                depth = 0;
            }
        }
        return -1;
    }
}
