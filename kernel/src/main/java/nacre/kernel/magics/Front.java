package nacre.kernel.magics;

import nacre.kernel.shell.CellIo;

/// Where a cell was typed: takes its output and does what only that place can do.
public interface Front extends CellIo {

    /// Puts code where the learner can change it and run it: `%load`. A place without such a thing
    /// prints it.
    default void offer(String code) {
        stdout(code.endsWith("\n") ? code : code + "\n");
    }

    /// Ends the session when the cell has ended: `%exit`.
    void leave();
}
