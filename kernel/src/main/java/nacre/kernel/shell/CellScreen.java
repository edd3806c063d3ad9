package nacre.kernel.shell;

import nacre.display.Display;
import nacre.display.Screen;
import org.jspecify.annotations.Nullable;

/// The screen of cells: what a cell shows appears among what it prints, in the order of the calls.
final class CellScreen implements Screen {
    private final Screen otherwise;
    private final java.util.function.Function<@Nullable Object, Display> renderer;

    /// @param otherwise where things are shown that no cell shows
    CellScreen(Screen otherwise, java.util.function.Function<@Nullable Object, Display> renderer) {
        this.otherwise = otherwise;
        this.renderer = renderer;
    }

    @Override
    public Live show(@Nullable Object value) {
        var current = Owners.current();
        if (current.isEmpty()) {
            return otherwise.show(value);
        }
        CellRun run = current.get();
        run.stopIfAsked();
        Display display = renderer.apply(value);
        Live live = run.output.inOrder(() -> run.io.show(display));
        return newer -> update(live, newer, Owners.current().orElse(run));
    }

    /// @param by the cell that does it: a later one may, also when the first was stopped
    private void update(Live live, @Nullable Object newer, CellRun by) {
        by.stopIfAsked();
        Display rendered = renderer.apply(newer);
        by.output.inOrder(
                () -> {
                    by.io.update(live, rendered);
                    return true;
                });
    }

    @Override
    public void clear(boolean wait) {
        Owners.current().ifPresentOrElse(run -> clear(run, wait), () -> otherwise.clear(wait));
    }

    private static void clear(CellRun run, boolean wait) {
        run.stopIfAsked();
        run.output.inOrder(
                () -> {
                    run.io.clear(wait);
                    return true;
                });
    }

    Screen otherwise() {
        return otherwise;
    }
}
