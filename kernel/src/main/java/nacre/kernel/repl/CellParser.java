package nacre.kernel.repl;

import java.util.List;
import nacre.kernel.magics.Cells;
import nacre.kernel.shell.Completeness;
import nacre.kernel.shell.Completion;
import org.jline.reader.CompletingParsedLine;
import org.jline.reader.EOFError;
import org.jline.reader.ParsedLine;
import org.jline.reader.Parser;

/// Tells the line editor when a cell is whole, and what word stands at the cursor.
final class CellParser implements Parser {
    private final Cells cells;

    CellParser(Cells cells) {
        this.cells = cells;
    }

    @Override
    public ParsedLine parse(String line, int cursor, ParseContext context) {
        if (context == ParseContext.COMPLETE) {
            return new Typed(line, cursor, cells.complete(line, cursor));
        }
        if (context == ParseContext.ACCEPT_LINE && !line.startsWith("/") && !line.isBlank()) {
            if (cells.isComplete(line) instanceof Completeness.Incomplete) {
                throw new EOFError(-1, -1, "the cell is not whole", "more");
            }
        }
        return new Typed(line, cursor, new Completion(cursor, cursor, List.of()));
    }

    @Override
    public boolean isEscapeChar(char ch) {
        return false; // a backslash is Java's
    }

    /// The cell as far as it is typed.
    ///
    /// @param completion what could stand at the cursor
    record Typed(String line, int cursor, Completion completion) implements CompletingParsedLine {
        @Override
        public String word() {
            return line.substring(
                    completion.start(), Math.max(completion.start(), completion.end()));
        }

        @Override
        public int wordCursor() {
            return cursor - completion.start();
        }

        @Override
        public int wordIndex() {
            return 0;
        }

        @Override
        public List<String> words() {
            return List.of(word());
        }

        @Override
        public CharSequence escape(CharSequence candidate, boolean complete) {
            return candidate;
        }

        @Override
        public int rawWordCursor() {
            return wordCursor();
        }

        @Override
        public int rawWordLength() {
            return word().length();
        }
    }
}
