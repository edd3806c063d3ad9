package nacre.kernel.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Functions of Keras and NumPy, `ops.relu(x)`, `np.exp(x)`, `softmax(x)`: in Java the tensor
/// itself has them.
final class TensorCalls {
    /// What is called otherwise, or wants an argument.
    private static final Map<String, String> OF_ONE =
            Map.ofEntries(
                    Map.entry("amax", "max()"),
                    Map.entry("amin", "min()"),
                    Map.entry("argmax", "argMax(-1)"),
                    Map.entry("argmin", "argMin(-1)"),
                    Map.entry("len", "dim(0)"),
                    Map.entry("log_softmax", "logSoftmax(-1)"),
                    Map.entry("max", "max()"),
                    Map.entry("mean", "mean()"),
                    Map.entry("min", "min()"),
                    Map.entry("reduce_max", "max()"),
                    Map.entry("reduce_mean", "mean()"),
                    Map.entry("reduce_min", "min()"),
                    Map.entry("reduce_sum", "sum()"),
                    Map.entry("softmax", "softmax(-1)"),
                    Map.entry("std", "variance().sqrt()"),
                    Map.entry("sum", "sum()"),
                    Map.entry("var", "variance()"));

    private static final Map<String, String> OF_TWO =
            Map.ofEntries(
                    Map.entry("add", "add"),
                    Map.entry("divide", "div"),
                    Map.entry("dot", "matmul"),
                    Map.entry("matmul", "matmul"),
                    Map.entry("maximum", "maximum"),
                    Map.entry("minimum", "minimum"),
                    Map.entry("multiply", "mul"),
                    Map.entry("subtract", "sub"));

    private static final Set<String> FILLED = Set.of("zeros", "ones");
    private static final Map<String, String> DRAWN =
            Map.of("rand", "uniform", "uniform", "uniform", "randn", "normal", "normal", "normal");
    private static final Set<String> WRAPPED =
            Set.of("array", "asarray", "constant", "convert_to_tensor", "tensor");
    private static final Set<String> ACTIVATIONS = Set.of("relu", "sigmoid", "softplus");
    private static final Set<String> OF_LAYERS =
            Set.of(
                    "elu",
                    "gelu",
                    "hard_sigmoid",
                    "leaky_relu",
                    "mish",
                    "relu6",
                    "selu",
                    "silu",
                    "swish");

    private static final Pattern OF_MODULE =
            Pattern.compile(
                    "(?<![.\\w])(np|numpy|tf|keras|torch|ops|nn|activations)(?:\\.[a-z]\\w*)*?\\.([a-z]\\w*)\\s*\\(");
    private static final Set<String> NO_NAMES = Set.of("np", "numpy", "tf", "keras");
    private static final Pattern OF_MATH = Pattern.compile("\\bMath\\.(\\w+)\\s*\\(");
    private static final Pattern FUNCTION = Pattern.compile("method \\w+\\((.*)\\)");
    private static final Pattern RECEIVER = Pattern.compile("[a-zA-Z_][\\w.]*(?:\\([^()]*\\))?");
    private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?");
    private static final Pattern SIZES =
            Pattern.compile("[(\\[]?\\s*(\\w+(?:\\s*,\\s*\\w+)*)\\s*,?\\s*[)\\]]?");
    private static final Pattern NUMBERS =
            Pattern.compile("\\[\\s*(\\[?[-\\d.][-\\d.\\s,\\[\\]]*)]");

    private final Function<String, Set<String>> behind;

    /// @param behind the names that can stand behind some code
    TensorCalls(Function<String, Set<String>> behind) {
        this.behind = behind;
    }

    Optional<String> hint(Problem problem) {
        return told(problem).map(call -> "In Java: " + call + ".");
    }

    private Optional<String> told(Problem problem) {
        String line = problem.spot().text();
        int column = problem.spot().column();
        Matcher function = FUNCTION.matcher(problem.after("symbol:"));
        if (problem.is("cant.resolve") && function.matches() && !problem.isBehindOwner()) {
            String name = problem.word();
            List<String> arguments = arguments(line, line.indexOf('(', column));
            return function.group(1).startsWith("Tensor")
                    ? ofTensor(name, arguments)
                    : ofNumber(name, function.group(1), arguments);
        }
        Matcher math = OF_MATH.matcher(line);
        if (isGivenTensor(problem) && math.find() && math.start() <= column) {
            return ofTensor(math.group(1), arguments(line, math.end() - 1));
        }
        Matcher call = OF_MODULE.matcher(line);
        boolean isUnknown = problem.is("cant.resolve") || problem.is("doesnt.exist");
        while (call.find()) {
            boolean isMeant =
                    isUnknown
                            ? call.start() == column
                            : problem.isSyntax()
                                    && NO_NAMES.contains(call.group(1))
                                    && isInside(line, call.start(), call.end() - 1, column);
            if (isMeant) {
                return ofModule(call.group(2), arguments(line, call.end() - 1));
            }
        }
        return Optional.empty();
    }

    /// Whether a place is in a call that begins there, or in what stands between its parentheses.
    private static boolean isInside(String line, int begin, int open, int column) {
        int depth = 0;
        for (int i = open; i < column; i++) {
            depth += line.charAt(i) == '(' ? 1 : line.charAt(i) == ')' ? -1 : 0;
            if (depth == 0) {
                return false;
            }
        }
        return begin <= column;
    }

    private static boolean isGivenTensor(Problem problem) {
        return problem.is("prob.found.req") && problem.message().contains("Tensor cannot be")
                || problem.is("cant.apply.symbols") && problem.firstLine().contains("(Tensor");
    }

    private Optional<String> ofModule(String name, List<String> arguments) {
        if (arguments.isEmpty()) {
            return Optional.empty();
        }
        if (FILLED.contains(name)) {
            return filled(name, arguments);
        }
        if (DRAWN.containsKey(name)) {
            return drawn(name, arguments);
        }
        String first = arguments.getFirst();
        if (WRAPPED.contains(name)) {
            return wrapped(first);
        }
        if (name.equals("arange") && arguments.size() == 1) {
            return Optional.of("`Tensor.range(%s)`".formatted(first));
        }
        String ofMath = "`Math.%s(%s)`".formatted(name, String.join(", ", arguments));
        boolean isOfMath = behind.apply("Math.").contains(name + "(");
        if (NUMBER.matcher(first).matches()) {
            return Optional.of(ofMath).filter(_ -> isOfMath);
        }
        return ofTensor(name, arguments)
                .map(call -> isOfMath ? call + " of a tensor, " + ofMath + " of a number" : call);
    }

    /// `b.relu()` for `relu(b)`.
    private Optional<String> ofTensor(String name, List<String> arguments) {
        if (arguments.isEmpty() || !RECEIVER.matcher(arguments.getFirst()).matches()) {
            return Optional.empty();
        }
        String first = arguments.getFirst();
        if (arguments.size() == 2 && OF_TWO.containsKey(name)) {
            return Optional.of(
                    "`%s.%s(%s)`".formatted(first, OF_TWO.get(name), asFloat(arguments.get(1))));
        }
        if (OF_LAYERS.contains(name)) {
            return Optional.of("`new Activation(\"%s\").apply(%s)`".formatted(name, first));
        }
        if (arguments.size() == 2
                && OF_ONE.containsKey(name)
                && arguments.get(1).matches("-?\\d+")) {
            String along =
                    OF_ONE.get(name).replaceFirst("\\((?:-1)?\\)", "(" + arguments.get(1) + ")");
            return Optional.of("`%s.%s`".formatted(first, along));
        }
        String method = OF_ONE.getOrDefault(name, name + "()");
        boolean isThere =
                OF_ONE.containsKey(name) || behind.apply("((Tensor) null).").contains(method);
        return arguments.size() == 1 && isThere
                ? Optional.of("`%s.%s`".formatted(first, method))
                : Optional.empty();
    }

    /// `zeros(2)`, and `relu(3)` of a mere number.
    private static Optional<String> ofNumber(String name, String types, List<String> arguments) {
        if (FILLED.contains(name) && types.matches("int(?:,int)*")) {
            return filled(name, arguments);
        }
        boolean isOne = types.matches("int|float|double") && arguments.size() == 1;
        if (!isOne || !ACTIVATIONS.contains(name)) {
            return Optional.empty();
        }
        String value = arguments.getFirst();
        String number = NUMBER.matcher(value).matches() ? asFloat(value) : "(float) " + value;
        return Optional.of("`Tensor.of(%s).%s()`".formatted(number, name));
    }

    /// The numbers of tensors are floats.
    private static String asFloat(String value) {
        Matcher number = NUMBER.matcher(value);
        return number.matches() && number.group(1) != null ? value + "f" : value;
    }

    private static Optional<String> filled(String name, List<String> arguments) {
        Matcher sizes = SIZES.matcher(String.join(", ", arguments));
        return sizes.matches()
                ? Optional.of("`Tensor.%s(Shape.of(%s))`".formatted(name, sizes.group(1)))
                : Optional.empty();
    }

    /// `rand(2, 3)` has only sizes, `normal(0, 1, (2, 3))` has them last.
    private static Optional<String> drawn(String name, List<String> arguments) {
        boolean isShort = name.startsWith("rand");
        if (!isShort && arguments.size() != 3) {
            return Optional.empty();
        }
        Matcher sizes = SIZES.matcher(isShort ? String.join(", ", arguments) : arguments.getLast());
        String range = isShort ? "0, 1" : arguments.get(0) + ", " + arguments.get(1);
        return sizes.matches()
                ? Optional.of(
                        "`new RandomStream(1).%s(Shape.of(%s), %s)`"
                                .formatted(DRAWN.get(name), sizes.group(1), range))
                : Optional.empty();
    }

    private static Optional<String> wrapped(String value) {
        if (NUMBER.matcher(value).matches()) {
            return Optional.of("`Tensor.of(%s)`".formatted(asFloat(value)));
        }
        Matcher numbers = NUMBERS.matcher(value);
        if (!numbers.matches()) {
            return Optional.empty();
        }
        String items = numbers.group(1).strip().replace('[', '{').replace(']', '}');
        return items.startsWith("{{")
                ? Optional.empty()
                : Optional.of(
                        "`Tensor.of(new double[]%s {%s})`"
                                .formatted(items.startsWith("{") ? "[]" : "", items));
    }

    /// What stands between parentheses, without arguments that are named, save the axis; nothing if
    /// they do not close.
    private static List<String> arguments(String line, int open) {
        var parts = new ArrayList<String>();
        int depth = 0;
        int begin = open + 1;
        for (int i = Math.max(0, open); i < line.length(); i++) {
            char c = line.charAt(i);
            depth += "([{".indexOf(c) >= 0 ? 1 : ")]}".indexOf(c) >= 0 ? -1 : 0;
            if (depth == 0 || depth == 1 && c == ',') {
                parts.add(line.substring(begin, i).strip());
                begin = i + 1;
            }
            if (depth == 0) {
                return parts.stream()
                        .map(each -> each.replaceFirst("^axis\\s*=\\s*", ""))
                        .filter(each -> !each.isEmpty() && !each.matches("\\w+\\s*=.*"))
                        .collect(Collectors.toList());
            }
        }
        return List.of();
    }
}
