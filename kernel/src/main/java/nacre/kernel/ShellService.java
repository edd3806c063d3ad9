package nacre.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import nacre.display.Display;
import nacre.display.Screen;
import nacre.kernel.magics.Cells;
import nacre.kernel.magics.Front;
import nacre.kernel.shell.CellError;
import nacre.kernel.shell.CellResult;
import nacre.kernel.shell.Completion;
import nacre.kernel.transport.About;
import nacre.kernel.transport.Cell;
import nacre.kernel.transport.CellOutput;
import nacre.kernel.transport.Completeness;
import nacre.kernel.transport.Completions;
import nacre.kernel.transport.KernelService;
import nacre.kernel.transport.Outcome;
import org.jspecify.annotations.Nullable;

/// Joins the protocol with the shell: what one asks, the other does.
final class ShellService implements KernelService {
    private static final int PAUSE = 300; // ms
    private static final String GUIDE = "https://keras.io/api/layers/";
    private static final String JAVA = "https://docs.oracle.com/en/java/javase/25/docs/api/";

    private final Supplier<Cells> cells;
    private final Stops stops;
    private final IdleMemory memory = new IdleMemory();
    private volatile Runnable leaving = () -> {};

    /// @param cells waits for the session until it is open
    ShellService(Supplier<Cells> cells) {
        this.cells = cells;
        stops = new Stops(cells);
    }

    /// Sets what ends the kernel.
    void onLeave(Runnable leaving) {
        this.leaving = leaving;
    }

    /// Whether a cell runs.
    boolean isBusy() {
        return stops.isBusy();
    }

    @Override
    public About about() {
        String version =
                Optional.ofNullable(Main.class.getPackage().getImplementationVersion()).orElse("0");
        return new About(
                "nacre",
                version,
                "Nacre "
                        + version
                        + ", neural-network layers inside JShell, on Java "
                        + Runtime.version(),
                List.of(
                        new About.Link("Layers, as Keras describes them", GUIDE),
                        new About.Link("Java API", JAVA)));
    }

    @Override
    public void begins() {
        stops.begins();
        memory.inUse();
    }

    @Override
    public void ended() {
        stops.ended();
        memory.idle();
    }

    @Override
    public Outcome execute(Cell cell, CellOutput output) {
        stops.writesTo(output);
        VectorModule.await();
        int number = cell.counted() ? cell.number() : nacre.kernel.shell.Cell.UNNUMBERED;
        return switch (cells.get().run(cell.code(), number, new Io(output))) {
            case CellResult.Value value -> new Outcome.Value(value.display());
            case CellResult.Failure failure -> failure(failure.error());
            case CellResult.Interrupted interrupted -> failure(interrupted.error());
        };
    }

    private static Outcome failure(CellError error) {
        return new Outcome.Failure(error.name(), error.message(), error.colored());
    }

    @Override
    public Completions complete(String code, int cursor) {
        Completion found = cells.get().complete(code, cursor);
        var matches = new ArrayList<Completions.Match>();
        for (var item : found.items()) {
            matches.add(new Completions.Match(item.text(), item.kind(), item.signature()));
        }
        return new Completions(found.start(), found.end(), matches);
    }

    @Override
    public Optional<Display> inspect(String code, int cursor, int detail) {
        return cells.get().inspect(code, cursor, detail);
    }

    @Override
    public Completeness isComplete(String code) {
        return switch (cells.get().isComplete(code)) {
            case nacre.kernel.shell.Completeness.Complete _ -> new Completeness.Complete();
            case nacre.kernel.shell.Completeness.Incomplete open ->
                    new Completeness.Incomplete(open.indent());
            case nacre.kernel.shell.Completeness.Invalid _ -> new Completeness.Invalid();
            case nacre.kernel.shell.Completeness.Unknown _ -> new Completeness.Unknown();
        };
    }

    @Override
    public void interrupt() {
        stops.stop();
    }

    @Override
    public void call(Runnable callback, CellOutput output) {
        cells.get()
                .work(
                        "The widget",
                        () -> {
                            callback.run();
                            return new CellResult.Value(Optional.empty());
                        },
                        new Io(output));
    }

    /// The reply to the cell goes out first.
    private void leave() {
        Thread.ofPlatform()
                .daemon()
                .name("nacre-leave")
                .start(
                        () -> {
                            try {
                                Thread.sleep(PAUSE);
                            } catch (InterruptedException e) {
                                // then at once
                            }
                            leaving.run();
                        });
    }

    /// A cell's output in the shell's words.
    private final class Io implements Front {
        private final CellOutput output;

        Io(CellOutput output) {
            this.output = output;
        }

        @Override
        public void offer(String code) {
            output.payload(Map.of("source", "set_next_input", "text", code, "replace", true));
        }

        @Override
        public boolean page(Display help) {
            output.payload(Map.of("source", "page", "data", help.data(), "start", 0));
            return true;
        }

        @Override
        public void clear(boolean wait) {
            output.clear(wait);
        }

        @Override
        public void leave() {
            output.payload(Map.of("source", "ask_exit", "keepkernel", false));
            ShellService.this.leave();
        }

        @Override
        public void stdout(String text) {
            output.stdout(text);
        }

        @Override
        public void stderr(String text) {
            output.stderr(text);
        }

        @Override
        public Screen.Live show(Display display) {
            return new Live(output, output.show(display));
        }

        @Override
        public void update(Screen.Live shown, Display newer) {
            if (shown instanceof Live live) {
                output.update(live.shown, newer);
            } else {
                shown.update(newer);
            }
        }

        @Override
        public String input(String prompt, boolean password) {
            return output.input(prompt, password);
        }
    }

    /// What a cell has shown.
    private record Live(CellOutput output, CellOutput.Shown shown) implements Screen.Live {
        @Override
        public void update(@Nullable Object newer) {
            output.update(shown, Display.of(newer));
        }
    }
}
