package nacre.kernel.magics;

import java.util.List;
import nacre.kernel.shell.CellResult;

/// `%exit`: the end of the session.
final class Exit implements Magic {
    @Override
    public List<Form> forms() {
        return List.of(
                new Form(
                        "%exit",
                        "ends the session: the notebook's kernel, the run, or the terminal"),
                new Form("%quit", "the same as `%exit`"));
    }

    @Override
    public CellResult run(Call call) {
        call.front().leave();
        return Call.DONE;
    }
}
