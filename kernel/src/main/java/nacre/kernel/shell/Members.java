package nacre.kernel.shell;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import jdk.jshell.SourceCodeAnalysis;

/// The forms of all methods of a type, in one go: to ask JShell for each would take too long.
final class Members {
    private final SourceCodeAnalysis analysis;
    private final SourceDocs sources;

    Members(SourceCodeAnalysis analysis, SourceDocs sources) {
        this.analysis = analysis;
        this.sources = sources;
    }

    /// By name, the forms of the library's methods of what stands before the dot.
    ///
    /// @param head code that ends with a dot
    /// @param withWords whether the first sentence of their help is wanted too
    Map<String, String> ofLibrary(String head, boolean withWords) {
        return sources.methods(TypeNames.simple(type(head)), withWords);
    }

    /// The same of Java's own methods; their parameters have no names here.
    Map<String, String> ofJdk(String head) {
        String type = type(head);
        if (type.isEmpty()) {
            return Map.of();
        }
        List<String> names =
                type.contains(".")
                        ? List.of(type)
                        : analysis.listQualifiedNames(type, type.length()).getNames();
        return names.stream()
                .filter(name -> name.startsWith("java."))
                .findFirst()
                .map(Members::reflected)
                .orElse(Map.of());
    }

    /// The type of what stands before the dot, without its parameters; empty if there is none.
    private String type(String head) {
        String value = Receiver.of(head);
        String type = value.isEmpty() ? null : analysis.analyzeType(value, value.length());
        return type == null ? "" : type.replaceFirst("<.*", "");
    }

    private static Map<String, String> reflected(String type) {
        try {
            Class<?> found = Class.forName(type, false, ClassLoader.getPlatformClassLoader());
            return Arrays.stream(found.getMethods())
                    .filter(
                            method ->
                                    !method.isBridge() && !Modifier.isStatic(method.getModifiers()))
                    .sorted((a, b) -> Integer.compare(a.getParameterCount(), b.getParameterCount()))
                    .collect(
                            Collectors.groupingBy(
                                    Method::getName,
                                    LinkedHashMap::new,
                                    Collectors.mapping(Members::form, Collectors.joining("\n"))));
        } catch (ClassNotFoundException e) {
            return Map.of(); // a type of the cells
        }
    }

    private static String form(Method method) {
        return TypeNames.simple(
                Arrays.stream(method.getGenericParameterTypes())
                        .map(Type::getTypeName)
                        .collect(
                                Collectors.joining(
                                        ", ",
                                        method.getGenericReturnType().getTypeName()
                                                + " "
                                                + method.getName()
                                                + "(",
                                        ")")));
    }
}
