package nacre.kernel.shell;

/// The source of one cell, with its number.
record Cell(int number, String code) {

    /// One position in the cell, as a learner counts: lines from 1, columns from 0.
    record Spot(int cell, int line, int column, String text) {
        String name() {
            return "Cell [" + cell + "], line " + line;
        }
    }

    /// Where in lines and columns the character at `position` is.
    Spot spot(int position) {
        int at = Math.clamp(position, 0, code.length());
        int begin = at == 0 ? 0 : code.lastIndexOf('\n', at - 1) + 1;
        int line = 1 + (int) code.substring(0, begin).chars().filter(c -> c == '\n').count();
        return new Spot(number, line, at - begin, lineFrom(begin));
    }

    private String lineFrom(int begin) {
        int end = code.indexOf('\n', begin);
        return code.substring(begin, end < 0 ? code.length() : end).stripTrailing();
    }
}
