package nacre.kernel.shell;

/// The source of one cell.
///
/// @param number as in `In [3]`; what the cell shows is kept under it, unless it is [#UNNUMBERED]
/// @param title how errors name the cell
/// @param code what is compiled
/// @param written the same as the learner wrote it, magics and all; character stands by character
public record Cell(int number, String title, String code, String written) {
    /// The number of what is run but is none of the session's cells: a question of the front end.
    public static final int UNNUMBERED = 0;

    /// A cell that is all Java.
    public Cell(int number, String code) {
        this(number, title(number), code, code);
    }

    /// How errors name a cell.
    public static String title(int number) {
        return number == UNNUMBERED ? "The cell" : "Cell [" + number + "]";
    }

    /// The same with other code of the same length.
    Cell withCode(String newer) {
        return new Cell(number, title, newer, written);
    }

    /// One position in the cell, as a learner counts: lines from 1, columns from 0.
    record Spot(String cell, int line, int column, String text) {
        String name() {
            return cell + ", line " + line;
        }

        /// The same place in so much of a long line as is around it.
        Spot near(int width) {
            if (text.length() <= width) {
                return this;
            }
            int begin = Math.clamp(column - width / 4, 0, text.length());
            int end = Math.min(text.length(), begin + width - 2);
            String before = begin > 0 ? "…" : "";
            String behind = end < text.length() ? "…" : "";
            return new Spot(
                    cell,
                    line,
                    column - begin + before.length(),
                    before + text.substring(begin, end) + behind);
        }
    }

    /// Where in lines and columns the character at `position` is.
    Spot spot(int position) {
        int at = Math.clamp(position, 0, code.length());
        int begin = at == 0 ? 0 : code.lastIndexOf('\n', at - 1) + 1;
        int line = 1 + (int) code.substring(0, begin).chars().filter(c -> c == '\n').count();
        return new Spot(title, line, at - begin, lineFrom(begin));
    }

    private String lineFrom(int begin) {
        int end = written.indexOf('\n', begin);
        return written.substring(begin, end < 0 ? written.length() : end).stripTrailing();
    }
}
