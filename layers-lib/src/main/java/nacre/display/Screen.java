package nacre.display;

import org.jspecify.annotations.Nullable;

/// Where things are shown: the terminal, until a notebook plugs in its own.
///
/// ```java
/// try (var line = Screen.progress("Epoch 1/10")) {
///     line.update("Epoch 2/10");
/// }
/// ```
public interface Screen {

    /// Something on the screen that can be replaced by newer content in the same place.
    interface Live {
        /// Replaces what is shown.
        void update(@Nullable Object value);
    }

    /// One line that keeps changing until it is closed.
    interface Line extends Live, AutoCloseable {
        /// Leaves the last content standing.
        @Override
        void close();
    }

    /// Shows a value and keeps a handle to it.
    Live show(@Nullable Object value);

    /// Shows a line that will change often, such as the progress of a training.
    default Line line(@Nullable Object value) {
        Live live = show(value);
        return new Line() {
            @Override
            public void update(@Nullable Object newer) {
                live.update(newer);
            }

            @Override
            public void close() {}
        };
    }

    /// Removes what the cell has shown and printed so far; with `wait` only when something new
    /// comes, so that nothing flickers. A terminal keeps what it shows.
    default void clear(boolean wait) {}

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

    /// Removes what the cell has shown and printed so far: `Screen.clear()` in a cell.
    static void clear() {
        current().clear(false);
    }

    /// Shows a line that will change often; close it when the work is done.
    static Line progress(@Nullable Object value) {
        return current().line(value);
    }
}
