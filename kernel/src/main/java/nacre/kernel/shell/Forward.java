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

/// Types that a cell names before they are there: `sealed interface Shape permits Disc {}` and then
/// `record Disc() implements Shape {}`.
///
/// JShell lets a declaration wait for a type that it does not know. But as long as a cell's own
/// `Shape` is not there, the name may mean an imported one, and what names it is rejected. Then the
/// types of the cell are declared together: empty ones first, so that each name means theirs.
final class Forward {
    private static final Pattern TYPE =
            Pattern.compile(
                    "[^{(]*?\\b(class|interface|enum|record)\\s+(\\w+)\\s*(<[^({]*?>(?=\\s*[({]|\\s+\\w))?");

    private Forward() {}

    /// What is to be declared together with a piece that was rejected; nothing if it is just wrong,
    /// as when it replaces what was right.
    ///
    /// @param below the pieces of the cell that follow
    static List<Part.Piece> together(
            Part.Piece rejected, SnippetEvent event, Collection<Part.Piece> below, JShell jshell) {
        List<Part.Piece> types =
                below.stream()
                        .filter(each -> type(each).filter(it -> isNew(it, jshell)).isPresent())
                        .toList();
        Set<String> words = Words.of(rejected.source());
        boolean isEarly =
                types.stream().flatMap(each -> type(each).stream()).anyMatch(words::contains)
                        || type(rejected).filter(it -> isAwaited(it, jshell)).isPresent();
        return isEarly && !event.previousStatus().isActive()
                ? Stream.concat(Stream.of(rejected), types.stream()).toList()
                : List.of();
    }

    /// The types that a rejected piece names and that the cell declares anew below it: it may mean
    /// the new ones.
    static List<Part.Piece> anew(Part.Piece rejected, Collection<Part.Piece> below, JShell jshell) {
        Set<String> words = Words.of(rejected.source());
        return below.stream()
                .filter(
                        each ->
                                type(each)
                                        .filter(words::contains)
                                        .filter(it -> !isNew(it, jshell))
                                        .isPresent())
                .toList();
    }

    /// The type that a piece declares, without anything in it.
    static Optional<String> empty(Part.Piece piece) {
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
