package nacre.kernel.repl;

import java.util.regex.Pattern;
import javax.lang.model.SourceVersion;
import org.jline.reader.Highlighter;
import org.jline.reader.LineReader;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;

/// Colours Java while it is typed.
final class CellHighlighter implements Highlighter {
    private static final Pattern TOKEN =
            Pattern.compile(
                    "(?<comment>//.*)|(?<string>\"(?:\\\\.|[^\"\\\\])*\"?)|(?<word>\\b[a-z]+\\b)|(?<number>\\b\\d[\\w.]*)");
    private static final AttributedStyle PLAIN = AttributedStyle.DEFAULT;

    @Override
    public AttributedString highlight(LineReader reader, String buffer) {
        var text = new AttributedStringBuilder();
        var token = TOKEN.matcher(buffer);
        int done = 0;
        while (token.find()) {
            text.append(buffer.substring(done, token.start()));
            AttributedStyle style = PLAIN;
            if (token.group("comment") != null) {
                style = PLAIN.faint();
            } else if (token.group("string") != null) {
                style = PLAIN.foreground(AttributedStyle.GREEN);
            } else if (token.group("number") != null) {
                style = PLAIN.foreground(AttributedStyle.CYAN);
            } else if (SourceVersion.isKeyword(token.group("word"))
                    || token.group("word").equals("var")) {
                style = PLAIN.foreground(AttributedStyle.MAGENTA);
            }
            text.append(token.group(), style);
            done = token.end();
        }
        return text.append(buffer.substring(done)).toAttributedString();
    }
}
