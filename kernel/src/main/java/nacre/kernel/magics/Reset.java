package nacre.kernel.magics;

import java.util.List;
import nacre.kernel.shell.CellResult;

/// `%reset`: no variables, methods and types any more.
final class Reset implements Magic {
    @Override
    public List<Form> forms() {
        return List.of(
                new Form(
                        "%reset",
                        "forgets all variables, methods, types and imports of cells; added jars stay"));
    }

    /// IPython asks before it forgets, unless it is told `-f`; here nothing is asked.
    @Override
    public String options() {
        return "(?:-[fs]+(?=\\s|$)[ \\t]*)+";
    }

    @Override
    public CellResult run(Call call) {
        call.shell().reset();
        return Call.DONE;
    }
}
