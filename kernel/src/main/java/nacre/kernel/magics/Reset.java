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

    @Override
    public CellResult run(Call call) {
        call.shell().reset();
        return Call.DONE;
    }
}
