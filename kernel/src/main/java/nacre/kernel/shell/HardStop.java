package nacre.kernel.shell;

import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The last resort against threads that hear no interrupt and run no line of a cell, such as
/// `Pattern.matches("(.*a){25}b", "a".repeat(40))`: [CellStopped] is thrown in them, wherever they
/// are, and in javac [CompilerStopped].
///
/// A thread of its own, which gives the gentle ways a moment and ends when all threads have ended
/// that should.
final class HardStop extends Thread {
    private static final int GRACE = 100; // ms
    private static final int RARELY = 2_000; // ms between the tries in the end

    private final BooleanSupplier isDone;
    private final Consumer<BiConsumer<Thread, Throwable>> victims;

    @SuppressWarnings({"unused", "FieldCanBeLocal"}) // Tools reads it
    private @Nullable Thread target;

    @SuppressWarnings("unused") // Tools reads it
    private @Nullable Throwable thrown;

    /// @param isDone whether nothing is left to stop
    /// @param victims hands over each thread that may be ended where it is now, and what by
    HardStop(BooleanSupplier isDone, Consumer<BiConsumer<Thread, Throwable>> victims) {
        super(null, null, "nacre-hard-stop", 0, false);
        this.isDone = isDone;
        this.victims = victims;
        setDaemon(true);
    }

    @Override
    public void run() {
        rest(GRACE);
        if (isDone.getAsBoolean()) {
            return;
        }
        try (var tools = new Tools()) {
            for (int pause = GRACE; !isDone.getAsBoolean(); pause = Math.min(2 * pause, RARELY)) {
                victims.accept(
                        (thread, end) -> {
                            target = thread;
                            thrown = end;
                            tools.stopThread("target", "thrown");
                        });
                rest(pause);
            }
        }
    }

    private static void rest(int millis) {
        try {
            sleep(millis);
        } catch (InterruptedException e) {
            // then at once
        }
    }
}
