package nacre.kernel.magics;

import java.util.List;
import nacre.kernel.shell.CellError;
import nacre.kernel.shell.CellResult;

/// `%trace`: all there is to know of the last error.
final class Trace implements Magic {
    @Override
    public List<Form> forms() {
        return List.of(
                new Form(
                        "%trace",
                        "shows the last error with its full trace, or with what the compiler said"));
    }

    @Override
    public CellResult run(Call call) {
        return call.show(
                call.shell()
                        .lastError()
                        .map(CellError::card)
                        .orElseThrow(() -> new MagicException("No cell has failed so far.", "")));
    }
}
