package nacre.kernel.runner;

import java.time.Duration;
import java.util.Optional;
import nacre.kernel.shell.CellError;

/// How one code cell of a run ended.
///
/// @param position the place of the cell in the notebook, Markdown cells counted, from 1
/// @param number the number in `In [n]`
/// @param title the first line of code that is not an import or a comment
/// @param time how long it ran
/// @param error what went wrong, if something did
/// @param expected whether the cell has the tag `raises-exception`: its error is what it shows
record CellReport(
        int position,
        int number,
        String title,
        Duration time,
        Optional<CellError> error,
        boolean expected) {

    static String title(String source) {
        return source.lines()
                .map(line -> line.strip().replaceAll(" +", " "))
                .filter(
                        line ->
                                !line.isEmpty()
                                        && !line.startsWith("//")
                                        && !line.startsWith("import "))
                .findFirst()
                .orElseGet(() -> source.lines().findFirst().orElse("").strip());
    }

    /// Whether this cell makes the run fail.
    boolean failed() {
        return error.isPresent() && !expected;
    }
}
