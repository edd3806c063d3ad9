package nacre.kernel.magics;

/// A stretch of a cell: Java, or one use of a magic.
sealed interface Segment {

    /// Java to run as it stands.
    ///
    /// @param code the whole cell with everything else blanked, so that lines and columns stay
    record Java(String code) implements Segment {}

    /// One use of a magic.
    ///
    /// @param cell the whole cell
    /// @param start where the magic begins
    /// @param name `%time`, `%%html`
    /// @param argumentStart where begins what follows the name and its options on its line
    /// @param lineEnd where the line, or the code that follows the name, ends
    /// @param end where the body ends; a magic of one line has none and ends with it
    record Use(String cell, int start, String name, int argumentStart, int lineEnd, int end)
            implements Segment {

        /// What stands between the name and its argument.
        String options() {
            return cell.substring(start + name.length(), argumentStart);
        }

        /// What stands behind the name, unless it is a comment.
        String arguments() {
            String words = cell.substring(Math.min(argumentStart, lineEnd), lineEnd).strip();
            return words.matches("(?s)//(\\s.*)?") ? "" : words;
        }

        /// What stands in the lines below.
        String body() {
            return cell.substring(Math.min(lineEnd + 1, end), end);
        }

        /// The argument as Java at its own place.
        String argumentCode() {
            return only(cell, argumentStart, lineEnd);
        }

        /// The body as Java at its own place.
        String bodyCode() {
            return only(cell, Math.min(lineEnd + 1, end), end);
        }

        /// The argument and the body as Java at their own places.
        String allCode() {
            return only(cell, argumentStart, end);
        }

        /// The first line, for errors.
        String line() {
            return cell.substring(start, end).lines().findFirst().orElse("");
        }

        int lineNumber() {
            return 1 + (int) cell.substring(0, start).chars().filter(c -> c == '\n').count();
        }
    }

    /// A cell with blanks for all but a stretch of it.
    static String only(String cell, int start, int end) {
        return blank(cell.substring(0, start)) + cell.substring(start, end);
    }

    /// Blanks of the same shape.
    static String blank(String text) {
        return text.replaceAll("[^\n]", " ");
    }
}
