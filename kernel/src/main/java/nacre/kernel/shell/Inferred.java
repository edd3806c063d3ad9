package nacre.kernel.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jdk.jshell.JShell;
import jdk.jshell.SnippetEvent;
import jdk.jshell.TypeDeclSnippet;
import jdk.jshell.VarSnippet;

/// The types that `var` may stand for and nobody can write: the elements of `List.of(1, "a")` are
/// `Serializable & Comparable<? extends Serializable & Comparable<?> & …> & …`.
///
/// JShell makes a field of such a type, and javac breaks down when a later cell uses a field whose
/// type has another such type in it. Then the variable gets the nearest type that has a name.
final class Inferred {
    private static final Pattern VAR = Pattern.compile("(\\s*(?:@?\\w+\\s+)*?)var\\s");
    private static final Pattern ARGUMENT =
            Pattern.compile("\\s*(\\? (?:extends|super) )?(.*?)\\s*");

    /// What nearly every class is too.
    private static final Set<String> COMMON =
            Set.of(
                    "java.io.Serializable",
                    "Serializable",
                    "Cloneable",
                    "Comparable",
                    "java.lang.constant.Constable",
                    "java.lang.constant.ConstantDesc");

    private final Set<String> ofCells;

    /// @param ofCells the names of the types that cells have declared
    private Inferred(Set<String> ofCells) {
        this.ofCells = ofCells;
    }

    /// A declaration with a type instead of `var`, in the ways in which it may be written; none if
    /// there is no need to.
    ///
    /// @param events what JShell has made of it
    static List<Part.Piece> written(Part.Piece piece, List<SnippetEvent> events, JShell jshell) {
        var inferred =
                new Inferred(jshell.types().map(TypeDeclSnippet::name).collect(Collectors.toSet()));
        return events.stream()
                .filter(event -> event.causeSnippet() == null)
                .map(SnippetEvent::snippet)
                .filter(VarSnippet.class::isInstance)
                .map(VarSnippet.class::cast)
                .flatMap(each -> inferred.written(piece, each.typeName()).stream())
                .toList();
    }

    private List<Part.Piece> written(Part.Piece piece, String type) {
        Matcher var = VAR.matcher(Source.mask(piece.source()));
        return isHard(type) && var.lookingAt()
                ? Stream.of(name(type, false), name(type, true))
                        .map(each -> written(piece, var.end(1), each))
                        .toList()
                : List.of();
    }

    private static Part.Piece written(Part.Piece piece, int at, String type) {
        return piece.with(at + "var".length(), "*/").with(at, type + " /*");
    }

    /// Whether one of several types that a value has at once has several in it.
    private static boolean isHard(String type) {
        List<String> all = split(type, '&');
        return all.size() > 1
                ? all.stream().anyMatch(each -> each.contains("&"))
                : arguments(type).anyMatch(each -> isHard(each.group(2)));
    }

    /// @param isOpen whether the types in it may be any that fit
    private String name(String type, boolean isOpen) {
        List<String> all = split(type, '&');
        if (all.size() > 1) {
            return nearest(all);
        }
        int begin = type.indexOf('<');
        return begin < 0
                ? type
                : arguments(type)
                        .map(each -> argument(each, isOpen))
                        .collect(
                                Collectors.joining(
                                        ", ",
                                        type.substring(0, begin + 1),
                                        type.substring(type.lastIndexOf('>'))));
    }

    private String argument(Matcher argument, boolean isOpen) {
        String bound = Optional.ofNullable(argument.group(1)).orElse("");
        boolean isMany = split(argument.group(2), '&').size() > 1;
        return (isOpen && isMany && bound.isEmpty() ? "? extends " : bound)
                + name(argument.group(2), isOpen);
    }

    /// Of the types that a value has at once the one that says most: one of the cells', else one
    /// that not everything is.
    private String nearest(List<String> types) {
        List<String> names = types.stream().map(each -> each.replaceAll("<.*", "")).toList();
        return names.stream()
                .filter(ofCells::contains)
                .findFirst()
                .or(() -> names.stream().filter(each -> !COMMON.contains(each)).findFirst())
                .orElse("Object");
    }

    private static Stream<Matcher> arguments(String type) {
        int begin = type.indexOf('<');
        return begin < 0
                ? Stream.empty()
                : split(type.substring(begin + 1, type.lastIndexOf('>')), ',').stream()
                        .map(ARGUMENT::matcher)
                        .filter(Matcher::matches);
    }

    /// The parts of a type, but for what is between its own brackets.
    private static List<String> split(String type, char separator) {
        var parts = new ArrayList<String>();
        int depth = 0;
        int begin = 0;
        for (int i = 0; i < type.length(); i++) {
            char c = type.charAt(i);
            depth += c == '<' ? 1 : c == '>' ? -1 : 0;
            if (c == separator && depth == 0) {
                parts.add(type.substring(begin, i));
                begin = i + 1;
            }
        }
        parts.add(type.substring(begin));
        return parts;
    }
}
