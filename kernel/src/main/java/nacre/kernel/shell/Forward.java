package nacre.kernel.shell;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.JShell;
import jdk.jshell.Snippet.Status;
import jdk.jshell.SnippetEvent;

/// What a cell names before it is there: `sealed interface Shape permits Disc {}` and then `record
/// Disc() implements Shape {}`, or a method that calls another of its name below it.
///
/// JShell lets a declaration wait for a type that it does not know. But as long as a cell's own
/// `Shape` is not there, the name may mean an imported one, and what names it is rejected. Then the
/// types of the cell are declared together: empty ones first, so that each name means theirs. So
/// are methods of one name, for a call of one that is below may not fit any that is there.
final class Forward {
    private static final Pattern TYPE =
            Pattern.compile(
                    "[^{(]*?\\b(class|interface|enum|record)\\s+(\\w+)\\s*(<[^({]*?>(?=\\s*[({]|\\s+\\w))?");

    private static final Pattern METHOD =
            Pattern.compile(
                    "\\s*(?:@\\w+\\s+)*(?!(?:new|return|else)\\b)[\\w.<>\\[\\], ?]+\\s+(\\w+)\\s*"
                            + "\\([^)]*\\)[\\w\\s,.]*(?=\\{)");

    private Forward() {}

    /// What is to be declared together with a piece that was rejected; nothing if it is just wrong,
    /// as when it replaces what was right.
    ///
    /// @param below the pieces of the cell that follow
    static List<Part.Piece> together(
            Part.Piece rejected, SnippetEvent event, Collection<Part.Piece> below, JShell jshell) {
        List<Part.Piece> overloads = overloads(rejected, below);
        if (!overloads.isEmpty()) {
            return with(rejected, overloads);
        }
        List<Part.Piece> types =
                below.stream()
                        .filter(each -> type(each).filter(it -> isNew(it, jshell)).isPresent())
                        .toList();
        Set<String> words = Words.of(rejected.source());
        boolean isEarly =
                types.stream().flatMap(each -> type(each).stream()).anyMatch(words::contains)
                        || type(rejected).filter(it -> isAwaited(it, jshell)).isPresent();
        return isEarly && !event.previousStatus().isActive() ? with(rejected, types) : List.of();
    }

    private static List<Part.Piece> overloads(Part.Piece piece, Collection<Part.Piece> among) {
        Optional<String> name = name(piece);
        return among.stream()
                .filter(_ -> name.isPresent())
                .filter(each -> name(each).equals(name))
                .toList();
    }

    private static List<Part.Piece> with(Part.Piece first, List<Part.Piece> others) {
        return Stream.concat(Stream.of(first), others.stream()).toList();
    }

    /// What a rejected piece names and the cell declares below it: types that it declares anew, for
    /// the piece may mean the new ones, and methods.
    static List<Part.Piece> named(
            Part.Piece rejected, Collection<Part.Piece> below, JShell jshell) {
        Set<String> words = Words.of(rejected.source());
        Optional<String> own = name(rejected);
        return below.stream()
                .filter(
                        each ->
                                type(each)
                                        .filter(it -> !isNew(it, jshell))
                                        .or(() -> name(each))
                                        .filter(words::contains)
                                        .filter(it -> !own.equals(Optional.of(it)))
                                        .isPresent())
                .toList();
    }

    /// The type or method that a piece declares, without anything in it.
    static Optional<String> empty(Part.Piece piece) {
        Optional<String> method = method(piece).map(head -> head.group() + "{ throw null; }");
        return method.isPresent() ? method : emptyType(piece);
    }

    private static Optional<String> emptyType(Part.Piece piece) {
        return head(piece)
                .map(
                        head -> {
                            String kind = head.group(1).equals("interface") ? "interface" : "class";
                            String parameters = head.group(3) == null ? "" : head.group(3);
                            return kind + " " + head.group(2) + parameters + " {}";
                        });
    }

    private static Optional<String> type(Part.Piece piece) {
        return head(piece).map(head -> head.group(2));
    }

    private static Optional<Matcher> head(Part.Piece piece) {
        Matcher head = TYPE.matcher(Source.mask(piece.source()));
        return Optional.of(head).filter(Matcher::lookingAt);
    }

    /// The name of the method that a piece declares.
    private static Optional<String> name(Part.Piece piece) {
        return method(piece).map(head -> head.group(1));
    }

    private static Optional<Matcher> method(Part.Piece piece) {
        Matcher head = METHOD.matcher(Source.mask(piece.source()));
        return Optional.of(head).filter(it -> head(piece).isEmpty() && it.lookingAt());
    }

    private static boolean isNew(String type, JShell jshell) {
        return jshell.types().noneMatch(each -> each.name().equals(type));
    }

    /// Whether something waits for what may be this type.
    private static boolean isAwaited(String type, JShell jshell) {
        return jshell.snippets()
                .filter(each -> jshell.status(each) == Status.RECOVERABLE_NOT_DEFINED)
                .filter(DeclarationSnippet.class::isInstance)
                .anyMatch(each -> Words.of(each.source()).contains(type));
    }
}
