package nacre.kernel;

import java.util.List;
import java.util.function.BooleanSupplier;
import nacre.display.WarmUp;
import nacre.kernel.magics.Cells;
import nacre.kernel.shell.Exits;

/// What TAB, charts and vector loops need, got ready when the first cell has had its turn.
///
/// JShell answers one question at a time: the end of a cell, stopped or not, would wait for a
/// sample that is at it. So samples wait until no cell runs, though not for a cell that trains for
/// minutes.
final class GettingReady {
    private static final int PAUSE = 1_000; // ms
    private static final int STEP = 100; // ms
    private static final int STEPS = 50;
    private static final List<String> SAMPLES =
            List.of(
                    "System.out.pri",
                    "new Dense(3).",
                    "new ",
                    "Stri",
                    "Math.max(1, ",
                    "x.activation(\"");

    private final Cells cells;
    private final BooleanSupplier isBusy;

    /// @param isBusy whether a cell runs
    GettingReady(Cells cells, BooleanSupplier isBusy) {
        this.cells = cells;
        this.isBusy = isBusy;
    }

    /// Returns at once. A thread of its own does it: the common pool is for cells, and a Stop waits
    /// for what that does.
    void begin() {
        Thread.ofPlatform().daemon().name("nacre-getting-ready").start(this::all);
    }

    private void all() {
        try {
            Thread.sleep(PAUSE);
            VectorModule.await();
            Exits.refuse();
            for (String sample : SAMPLES) {
                for (int step = 0; step < STEPS && isBusy.getAsBoolean(); step++) {
                    Thread.sleep(STEP);
                }
                cells.complete(sample, sample.length());
            }
            WarmUp.start();
        } catch (InterruptedException e) {
            // then each is got ready when it is first asked for
        }
    }
}
