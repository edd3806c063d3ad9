package nacre.kernel.magics;

import nacre.kernel.shell.Cell;

/// Where code stands that is run.
///
/// @param number the cell's number, as in `In [3]`
/// @param title how errors name it: `Cell [3]`, or a file that a cell has run
/// @param text all of the cell or the file
record Place(int number, String title, String text) {
    static Place cell(int number, String text) {
        return new Place(number, Cell.title(number), text);
    }
}
