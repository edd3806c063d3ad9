package nacre.kernel.shell;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// Code that compiles only if a local variable has the type of a field, and that never runs.
///
/// It is not enough that one can be assigned to the other: an `int` can be to an `Integer`, and a
/// list of anything to a list of numbers.
final class SameType {
    /// By primitive type, one that its values can be cast to, but not those of its box.
    private static final Map<String, String> CASTS =
            Map.of(
                    "byte", "char", "short", "byte", "char", "byte", "int", "short", "long", "int",
                    "float", "int", "double", "int");

    /// The types that values of primitive ones turn into by themselves.
    private static final Pattern BOX =
            Pattern.compile(
                    "(?:java\\.lang\\.)?(?:Byte|Short|Character|Integer|Long|Float|Double|Boolean)");

    private SameType() {}

    /// Whether there is such code for a type: not for boxes, nor for what has no name.
    static boolean isTold(String type) {
        return CASTS.containsKey(type)
                || !type.equals("boolean")
                        && !BOX.matcher(type).matches()
                        && type.indexOf('&') < 0
                        && !type.startsWith("<");
    }

    /// The code.
    ///
    /// @param local the name of the variable
    /// @param field the field, with its class
    /// @param type the field's
    static String check(String local, String field, String type) {
        return Optional.ofNullable(CASTS.get(type))
                .map(cast -> primitive(local, field, cast))
                .orElseGet(
                        () ->
                                "if (false) { var it$ = java.util.Collections.singletonList(%s); java.util.List<%s> same$ = it$; } "
                                        .formatted(local, type));
    }

    private static String primitive(String local, String field, String cast) {
        return "if (false) { %1$s = %2$s; %2$s = %1$s; var it$ = (%3$s) %1$s; } "
                .formatted(local, field, cast);
    }
}
