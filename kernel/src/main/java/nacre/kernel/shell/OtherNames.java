package nacre.kernel.shell;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a method is called in Java whose name somebody knows from Python, or from another class.
final class OtherNames {
    private static final List<String> SIZES = List.of("length", "size");

    private static final Map<String, List<String>> IN_JAVA =
            Map.ofEntries(
                    Map.entry("len", SIZES),
                    Map.entry("length", SIZES),
                    Map.entry("size", SIZES),
                    Map.entry("count", SIZES),
                    Map.entry("append", List.of("add", "concat")),
                    Map.entry("push", List.of("push", "add")),
                    Map.entry("extend", List.of("addAll")),
                    Map.entry("pop", List.of("removeLast")),
                    Map.entry("upper", List.of("toUpperCase")),
                    Map.entry("lower", List.of("toLowerCase")),
                    Map.entry("index", List.of("indexOf")),
                    Map.entry("find", List.of("indexOf")),
                    Map.entry("format", List.of("formatted")),
                    Map.entry("reverse", List.of("reversed")),
                    Map.entry("keys", List.of("keySet")),
                    Map.entry("items", List.of("entrySet")),
                    Map.entry("dot", List.of("matmul")),
                    Map.entry("numpy", List.of("toArray")),
                    Map.entry("tolist", List.of("toArray")),
                    Map.entry("toList", List.of("toArray")),
                    Map.entry("call", List.of("apply")),
                    Map.entry("kernel", List.of("getWeights")),
                    Map.entry("bias", List.of("getWeights")),
                    Map.entry("units", List.of("getConfig")),
                    Map.entry("filters", List.of("getConfig")),
                    Map.entry("plot", List.of("line")),
                    Map.entry("hist", List.of("histogram")),
                    Map.entry("bar", List.of("bars")),
                    Map.entry("imshow", List.of("heatmap")));

    private static final Pattern GETTER = Pattern.compile("get([A-Z])(\\w*)");

    private OtherNames() {}

    /// @param there what the object really has, methods with their parenthesis
    static Optional<String> hint(String name, Set<String> there) {
        if (there.contains(name)) {
            return Optional.of("`" + name + "` is no method: leave out the parentheses.");
        }
        Matcher getter = GETTER.matcher(name);
        if (getter.matches()) {
            String part = getter.group(1).toLowerCase(Locale.ROOT) + getter.group(2) + "()";
            return there.contains(part)
                    ? Optional.of("In Java: `." + part + "`.")
                    : Optional.empty();
        }
        return IN_JAVA.getOrDefault(name, List.of()).stream()
                .flatMap(each -> there.stream().filter(other -> isCall(other, each)))
                .findFirst()
                .map(found -> "In Java: `." + (found.endsWith("(") ? found + "…)" : found) + "`.");
    }

    private static boolean isCall(String there, String name) {
        return there.equals(name) || there.equals(name + "(") || there.equals(name + "()");
    }
}
