package nacre.kernel.magics;

import java.util.List;
import nacre.kernel.shell.CellResult;
import nacre.kernel.shell.Shell;

/// Something that a line with a `%` can ask for.
interface Magic {

    /// The ways to write it; all that `%help` knows of it.
    List<Form> forms();

    /// What may stand between the name and the code, as a regular expression.
    default String options() {
        return "";
    }

    /// The words that can follow the name: what TAB offers there.
    default List<String> words(Shell shell) {
        return List.of();
    }

    /// Whether it has a use for a file of that name, where it takes files.
    default boolean takes(String file) {
        return true;
    }

    /// Does it.
    ///
    /// @throws MagicException if it is used wrongly or cannot be done
    CellResult run(Call call);
}
