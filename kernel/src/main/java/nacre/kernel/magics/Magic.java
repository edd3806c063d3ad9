package nacre.kernel.magics;

import java.util.List;
import nacre.kernel.shell.CellResult;

/// Something that a line with a `%` can ask for.
interface Magic {

    /// The ways to write it; all that `%help` knows of it.
    List<Form> forms();

    /// What may stand between the name and the code, as a regular expression.
    default String options() {
        return "";
    }

    /// The words that can follow the name: what TAB offers there.
    default List<String> words() {
        return List.of();
    }

    /// Does it.
    ///
    /// @throws MagicException if it is used wrongly or cannot be done
    CellResult run(Call call);
}
