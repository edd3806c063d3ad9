package nacre.kernel.shell;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;

/// A variable that holds a function, called as if it were a method: `f(3)` for `f.apply(3)`.
final class FunctionCalls {
    private static final List<String> PACKAGES =
            List.of("java.util.function.", "java.lang.", "java.util.", "java.util.concurrent.");
    private static final Pattern GIVEN = Pattern.compile("\\s*\\(([^()]*)\\)");

    private final JShell jshell;
    private final Function<String, Set<String>> behind;

    /// @param behind the names that can stand behind some code
    FunctionCalls(JShell jshell, Function<String, Set<String>> behind) {
        this.jshell = jshell;
        this.behind = behind;
    }

    Optional<String> hint(Problem problem) {
        String name = problem.word();
        String code = problem.cell().code();
        Optional<String> type = type(name, code.substring(0, problem.position()));
        Matcher given =
                GIVEN.matcher(code).region(problem.position() + name.length(), code.length());
        String arguments = given.lookingAt() ? given.group(1) : "…";
        return type.flatMap(each -> method(each, code))
                .or(() -> ofLayer(name))
                .map(
                        method ->
                                "`%1$s` is a variable; the function in it is called with `%1$s.%2$s(%3$s)`."
                                        .formatted(name, method, arguments));
    }

    /// What a layer or a model is called by.
    private Optional<String> ofLayer(String name) {
        return Optional.of("apply").filter(each -> behind.apply(name + ".").contains(each + "("));
    }

    /// The type of a variable, which the cell itself may declare.
    private Optional<String> type(String name, String before) {
        var declared =
                Pattern.compile(
                        "\\b([A-Z]\\w*)(?:<[^;(){}=]*>)?\\s+"
                                + Pattern.quote(name)
                                + "\\s*[=;,):]");
        return Stream.concat(
                        declared.matcher(Source.mask(before))
                                .results()
                                .map(found -> found.group(1)),
                        jshell.variables()
                                .filter(each -> each.name().equals(name))
                                .map(each -> TypeNames.erased(TypeNames.simple(each.typeName()))))
                .findFirst();
    }

    /// The only method without a body that an interface has.
    private Optional<String> method(String type, String code) {
        return Stream.concat(
                        Stream.of(code),
                        jshell.types()
                                .filter(each -> each.name().equals(type))
                                .map(Snippet::source))
                .flatMap(source -> own(type, source).stream())
                .findFirst()
                .or(
                        () ->
                                PACKAGES.stream()
                                        .flatMap(each -> ofJdk(each + type).stream())
                                        .findFirst());
    }

    private static Optional<String> own(String type, String source) {
        return Pattern.compile(
                        "\\binterface\\s+"
                                + Pattern.quote(type)
                                + "\\b[^{]*\\{[^}]*?\\b(\\w+)\\s*\\([^()]*\\)\\s*;")
                .matcher(Source.mask(source))
                .results()
                .map(found -> found.group(1))
                .findFirst();
    }

    private static Optional<String> ofJdk(String name) {
        try {
            Class<?> type = Class.forName(name, false, null); // null: of the JDK
            return type.isInterface()
                    ? Arrays.stream(type.getMethods())
                            .filter(each -> Modifier.isAbstract(each.getModifiers()))
                            .map(Method::getName)
                            .filter(each -> !each.equals("equals"))
                            .reduce((_, _) -> "")
                            .filter(each -> !each.isEmpty())
                    : Optional.empty();
        } catch (ClassNotFoundException e) {
            return Optional.empty();
        }
    }
}
