package nacre.models;

import java.util.concurrent.atomic.AtomicBoolean;
import nacre.compute.Vectors;
import nacre.display.Screen;

/// Tells, once in the life of a process, that the engine runs without vector instructions, and what
/// to do.
final class SlowEngine {
    private static final AtomicBoolean TOLD = new AtomicBoolean();

    private SlowEngine() {}

    static void notice() {
        if (Vectors.advice().isPresent() && TOLD.compareAndSet(false, true)) {
            Screen.display(Vectors.advice().get());
        }
    }
}
