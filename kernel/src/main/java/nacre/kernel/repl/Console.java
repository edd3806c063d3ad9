package nacre.kernel.repl;

import java.io.IOException;
import java.util.Optional;
import nacre.kernel.magics.Cells;
import nacre.kernel.magics.Front;

/// Where cells are typed and their output is seen.
interface Console extends Front, AutoCloseable {
    /// Gets ready for the cells of `cells`: its completion, its sense of when a cell is whole, its
    /// stopping.
    void serve(Cells cells);

    /// The next cell, or nothing when the user leaves.
    Optional<String> read(int number);

    /// Whether a cell has said `%exit`.
    boolean isLeft();

    /// A line from Nacre itself.
    void say(String line);

    /// The story of an error.
    void error(String story);

    @Override
    void close() throws IOException;
}
