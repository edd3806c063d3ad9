package nacre.display;

import org.jspecify.annotations.Nullable;

/// Where things are shown: the terminal, until a notebook plugs in its own.
public interface Screen {

    /// Something on the screen that can be replaced by newer content in the same place.
    interface Live {
        /// Replaces what is shown.
        void update(@Nullable Object value);
    }

    /// Shows a value and keeps a handle to it.
    Live show(@Nullable Object value);

    /// The screen in use.
    static Screen current() {
        return Screens.current;
    }

    /// Plugs in another screen; the kernel does so when it starts.
    static void use(Screen screen) {
        Screens.current = screen;
    }

    /// Shows a value: `display(chart)` in a cell.
    static Live display(@Nullable Object value) {
        return current().show(value);
    }
}
