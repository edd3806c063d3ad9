package nacre.kernel.magics;

import nacre.display.Display;
import nacre.kernel.shell.CellIo;

/// Where a cell was typed: takes its output and does what only that place can do.
public interface Front extends CellIo {

    /// Puts code where the learner can change it and run it: `%load`. A place without such a thing
    /// prints it.
    default void offer(String code) {
        stdout(code.endsWith("\n") ? code : code + "\n");
    }

    /// Shows help where it can be read beside the notebook; false if there is no such place.
    default boolean page(Display help) {
        return false;
    }

    /// Ends the session when the cell has ended: `%exit`.
    void leave();
}
