package nacre.models;

import java.util.concurrent.atomic.AtomicBoolean;
import nacre.compute.Vectors;
import nacre.display.Screen;

/// Tells, once in the life of a process, that the engine runs without vector instructions, and what
/// to do.
final class SlowEngine {
    private static final AtomicBoolean ASKED = new AtomicBoolean(); // to ask takes a microsecond

    private SlowEngine() {}

    static void notice() {
        if (ASKED.compareAndSet(false, true)) {
            Vectors.advice().ifPresent(Screen::display);
        }
    }
}
