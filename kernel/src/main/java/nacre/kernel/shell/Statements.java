package nacre.kernel.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Puts statements that stand one after the other into one block.
///
/// JShell compiles a snippet three to five times, a block of twenty statements no more often than
/// one statement. Declarations stay by themselves, for a block would hide them from the cells that
/// follow; so does a `switch`, which may be a value.
final class Statements {
    /// A call, an assignment or a count: `model.fit(x, y)`, `x = 1`, `i++`; or a keyword that
    /// begins a statement.
    private static final Pattern STATEMENT =
            Pattern.compile(
                    "\\s*(?:(?:if|for|while|do|try|throw|assert)\\b"
                            + "|(?!(?:new|yield|return|super|this|switch|synchronized)\\b)"
                            + "\\w+(?:\\s*\\.\\s*\\w+)*\\s*(?:\\(|=(?!=)|\\+\\+|--|[-+*/%&|^]=)).*",
                    Pattern.DOTALL);

    private static final Pattern CALL_LIKE_DECLARATION =
            Pattern.compile(
                    "\\s*\\w+\\s*\\([^)]*\\)\\s*(?:throws[\\w\\s,.]+)?\\{.*", Pattern.DOTALL);
    private static final Pattern KEYWORD =
            Pattern.compile("\\s*(?:if|for|while|do|try)\\b.*", Pattern.DOTALL);

    private Statements() {}

    static List<Part.Piece> grouped(List<Part.Piece> pieces) {
        var groups = new ArrayList<Part.Piece>();
        var group = new ArrayList<Part.Piece>();
        for (Part.Piece piece : pieces) {
            if (isStatement(piece)) {
                group.add(piece);
            } else {
                close(group, groups);
                groups.add(piece);
            }
        }
        close(group, groups);
        return groups;
    }

    /// The block's brace takes the place before its first statement, so that positions stay.
    private static void close(List<Part.Piece> group, List<Part.Piece> groups) {
        if (!group.isEmpty()) {
            var source = new StringBuilder("{");
            Part.Piece first = group.getFirst();
            int next = first.offset();
            for (Part.Piece piece : group) {
                source.append(first.cell().code(), next, piece.offset()).append(piece.source());
                next = piece.offset() + piece.source().length();
            }
            groups.add(
                    new Part.Piece(
                            first.cell(),
                            source.append("\n}").toString(),
                            first.offset() - 1,
                            true,
                            true,
                            true));
            group.clear();
        }
    }

    private static boolean isStatement(Part.Piece piece) {
        String mask = Source.mask(piece.source());
        boolean whole =
                piece.sound()
                        && (piece.semicolon() || KEYWORD.matcher(mask).matches())
                        && piece.offset() + piece.source().length() <= piece.cell().code().length();
        return whole
                && STATEMENT.matcher(mask).matches()
                && (KEYWORD.matcher(mask).matches()
                        || !CALL_LIKE_DECLARATION.matcher(mask).matches());
    }
}
