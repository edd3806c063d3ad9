package nacre.kernel.shell;

/// The source of one cell.
///
/// @param number as in `In [3]`; what the cell shows is kept under it
/// @param title how errors name the cell
record Cell(int number, String title, String code) {
    Cell(int number, String code) {
        this(number, "Cell [" + number + "]", code);
    }

    /// One position in the cell, as a learner counts: lines from 1, columns from 0.
    record Spot(String cell, int line, int column, String text) {
        String name() {
            return cell + ", line " + line;
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
        int end = code.indexOf('\n', begin);
        return LastValue.asWritten(code.substring(begin, end < 0 ? code.length() : end))
                .stripTrailing();
    }
}
