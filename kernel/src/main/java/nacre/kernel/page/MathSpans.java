package nacre.kernel.page;

import java.util.Set;
import org.commonmark.parser.beta.InlineContentParser;
import org.commonmark.parser.beta.InlineContentParserFactory;
import org.commonmark.parser.beta.InlineParserState;
import org.commonmark.parser.beta.ParsedInline;
import org.commonmark.parser.beta.Position;
import org.commonmark.parser.beta.Scanner;

/// Finds `$…$` and `$$…$$` in a paragraph before Markdown takes the `_` and `*` in them for
/// emphasis.
///
/// As in other notebooks, a `$` opens a formula only if no space follows it, and closes one only if
/// no space stands before it and no digit behind: "costs 5 $ or 6 $" stays as it is.
final class MathSpans implements InlineContentParserFactory {
    @Override
    public Set<Character> getTriggerCharacters() {
        return Set.of('$');
    }

    @Override
    public InlineContentParser create() {
        return MathSpans::parse;
    }

    private static ParsedInline parse(InlineParserState state) {
        Scanner scanner = state.scanner();
        boolean display = scanner.matchMultiple('$') > 1;
        if (!display && Character.isWhitespace(scanner.peek())) {
            return ParsedInline.none();
        }
        Position start = scanner.position();
        while (scanner.find('$') >= 0) {
            Position end = scanner.position();
            String tex = scanner.getSource(start, end).getContent();
            int closing = scanner.matchMultiple('$');
            boolean escaped = tex.endsWith("\\");
            boolean closes =
                    display
                            ? closing > 1
                            : !tex.isEmpty()
                                    && !Character.isWhitespace(tex.charAt(tex.length() - 1))
                                    && !Character.isDigit(scanner.peek());
            if (closes && !escaped) {
                return ParsedInline.of(new MathSpan(tex.strip(), display), scanner.position());
            }
        }
        return ParsedInline.none();
    }
}
