package nacre.kernel.shell;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jdk.jshell.JShell;
import jdk.jshell.Snippet.Status;
import jdk.jshell.VarSnippet;

/// A variable that is declared once more with the type it has: `double rate = 0.1;` in a cell that
/// runs again.
///
/// It stays the variable that it is and only gets the new value. For JShell it would be another
/// one, and all that was compiled with the old one would have to follow: classes too, which loses
/// their objects, and not the lambdas and threads that are about.
///
/// With `var` only javac can tell whether the type is the same: [SameType].
///
/// @param variable what is there
/// @param value what it is to have, in Java
/// @param isInferred whether it is declared with `var`
record Redeclaration(VarSnippet variable, String value, boolean isInferred) {
    private static final Pattern DECLARATION =
            Pattern.compile(
                    "\\s*(?<type>[\\w.]+(?:\\s*<[^=;(){}]*>)?(?:\\s*\\[\\s*])*)\\s+(?<name>\\w+)\\s*(?<begin>=(?!=)|;?\\s*$)",
                    Pattern.UNICODE_CHARACTER_CLASS);

    /// What a piece declares once more, if it does no more than that.
    static Optional<Redeclaration> of(Part.Piece piece, JShell jshell) {
        String mask = Source.mask(piece.source());
        Matcher declaration = DECLARATION.matcher(mask);
        if (!piece.sound() || !declaration.lookingAt()) {
            return Optional.empty();
        }
        String name = declaration.group("name");
        String type = plain(declaration.group("type"));
        boolean isInferred = type.equals("var");
        if (!isInferred && Needs.outside(mask.substring(declaration.end())).contains(",")) {
            return Optional.empty(); // one of several
        }
        String value = declaration.group("begin").equals("=") ? name : nothing(type);
        return jshell.variables()
                .filter(each -> each.name().equals(name))
                .filter(each -> jshell.status(each) == Status.VALID)
                .filter(
                        each ->
                                isInferred
                                        ? SameType.isTold(each.typeName())
                                        : plain(each.typeName()).equals(type))
                .filter(each -> !Finals.isFinal(each))
                .findFirst()
                .map(variable -> new Redeclaration(variable, value, isInferred));
    }

    /// What stands behind the declaration, a local one here, to give the variable its value.
    ///
    /// @param owner the class that has the variable
    String then(String owner) {
        String field = owner + "." + variable.name();
        String check =
                isInferred ? SameType.check(variable.name(), field, variable.typeName()) : "";
        return "\n; " + check + field + " = " + value + ";";
    }

    /// What a variable has that is given no value.
    private static String nothing(String type) {
        return switch (type) {
            case "boolean" -> "false";
            case "byte", "short", "char", "int", "long", "float", "double" -> "0";
            default -> "null";
        };
    }

    private static String plain(String type) {
        return type.replaceAll("\\s", "");
    }
}
