package nacre.kernel.shell;

import nacre.display.Display;
import org.jspecify.annotations.Nullable;

/// Shows a value. A thread that is here runs the value's own methods, and may be stopped in them:
/// [Frames] knows this class by its name.
final class Values {
    private Values() {}

    static Display display(@Nullable Object value) {
        return Display.of(value instanceof String text ? TypeNames.ofCells(text) : value);
    }
}
