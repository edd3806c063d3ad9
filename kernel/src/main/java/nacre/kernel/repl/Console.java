package nacre.kernel.repl;

import java.io.IOException;
import java.util.Optional;
import nacre.kernel.shell.CellIo;
import nacre.kernel.shell.Shell;

/// Where cells are typed and their output is seen.
interface Console extends CellIo, AutoCloseable {
    /// Gets ready for the cells of `shell`: its completion, its sense of when a cell is whole, its
    /// stopping.
    void serve(Shell shell);

    /// The next cell, or nothing when the user leaves.
    Optional<String> read(int number);

    /// A line from Nacre itself.
    void say(String line);

    /// The story of an error.
    void error(String story);

    @Override
    void close() throws IOException;
}
