package nacre.kernel.shell;

import java.util.List;
import java.util.regex.Pattern;

/// The code before the cursor in a form that JShell can look into.
///
/// JShell looks at one snippet at a time and knows nothing of those before it in the same cell. So
/// the variables, statements and classes that stand before the cursor are put together as if they
/// were the body of one method; imports and methods cannot stand there and are left out.
///
/// @param text the code, up to the cursor and no further
/// @param shift how much further back a position is in the cell than in the text
record Context(String text, int shift) {
    private static final Pattern IMPORT = Pattern.compile("\\s*import\\b.*", Pattern.DOTALL);
    private static final Pattern METHOD =
            Pattern.compile(
                    "\\s*(?!new\\b|return\\b|else\\b)[\\w.<>\\[\\], ?]+\\s+\\w+\\s*\\([^)]*\\)[\\w\\s,.]*\\{.*",
                    Pattern.DOTALL);

    /// @param pieces the snippets of the code before the cursor, the last perhaps unfinished
    static Context of(List<Part.Piece> pieces, String before) {
        if (pieces.isEmpty()) {
            return new Context(before, 0);
        }
        Part.Piece last = pieces.getLast();
        String current = before.substring(last.offset());
        if (IMPORT.matcher(current).matches() || isMethod(current)) {
            return new Context(current, last.offset());
        }
        var text = new StringBuilder();
        for (Part.Piece piece : pieces.subList(0, pieces.size() - 1)) {
            String mask = Source.mask(piece.source());
            if (!IMPORT.matcher(mask).matches() && !METHOD.matcher(mask).matches()) {
                text.append(piece.source()).append('\n');
            }
        }
        if (!text.isEmpty()) {
            text.insert(0, ';'); // a statement first: then JShell takes it all for statements
        }
        int shift = last.offset() - text.length();
        return new Context(text.append(current).toString(), shift);
    }

    static boolean isMethod(String code) {
        return METHOD.matcher(Source.mask(code)).matches();
    }
}
