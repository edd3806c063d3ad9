package nacre.kernel.magics;

import java.util.List;
import nacre.kernel.shell.CellResult;

/// `%restart`: all is as at the beginning.
final class Restart implements Magic {
    @Override
    public List<Form> forms() {
        return List.of(
                new Form(
                        "%restart",
                        "begins anew: forgets all that cells have defined, and the jars they added"));
    }

    @Override
    public CellResult run(Call call) {
        call.cells().restart();
        return Call.DONE;
    }
}
