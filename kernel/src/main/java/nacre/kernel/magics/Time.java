package nacre.kernel.magics;

import java.time.Duration;
import java.util.List;
import nacre.kernel.shell.CellResult;
import nacre.kernel.shell.Times;

/// `%time`: how long code takes.
final class Time implements Magic {
    @Override
    public List<Form> forms() {
        return List.of(
                new Form("%time CODE", "runs the code and says how long it took"),
                new Form("%%time\nCODE", "runs the lines below and says how long they took"));
    }

    @Override
    public CellResult run(Call call) {
        String code = call.use().allCode();
        if (code.isBlank()) {
            throw new MagicException(
                    "`" + call.use().name() + "` needs code to run.",
                    "As in `%time model.predict(x)`.");
        }
        return call.cells().isJava(code) ? java(code, call) : all(code, call);
    }

    /// Java knows how much of the time it was compiled.
    private static CellResult java(String code, Call call) {
        Times before = call.shell().times();
        CellResult result = call.cells().run(code, call.place(), call.front());
        Times times = call.shell().times();
        if (times != before && !times.running().isZero()) { // it has run
            call.print(
                    "Time: "
                            + Durations.text(times.running())
                            + " (and "
                            + Durations.text(times.compiling())
                            + " to compile)");
        }
        return result;
    }

    /// Other magics, and what they run.
    private static CellResult all(String code, Call call) {
        long start = System.nanoTime();
        CellResult result = call.cells().run(code, call.place(), call.front());
        long nanos = System.nanoTime() - start;
        if (result instanceof CellResult.Value) {
            call.print("Time: " + Durations.text(Duration.ofNanos(nanos)) + " in all");
        }
        return result;
    }
}
