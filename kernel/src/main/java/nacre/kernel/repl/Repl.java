package nacre.kernel.repl;

import java.util.Optional;
import nacre.display.Display;
import nacre.kernel.magics.Cells;
import nacre.kernel.shell.CellError;
import nacre.kernel.shell.CellResult;

/// Reads a cell, runs it, shows its value; again.
final class Repl {
    private static final String HELP =
            """
            Type Java; a cell may have several lines and runs when it is whole.
              TAB               what could be typed here
              Up, Down, Ctrl-R  earlier cells
              Ctrl-C            stop what runs, or drop what was typed
              _                 the last value
              %help             what begins with a percent sign
              /help  /exit      this text; leave (or Ctrl-D)""";

    private final Cells cells;
    private final Console console;

    Repl(Cells cells, Console console) {
        this.cells = cells;
        this.console = console;
    }

    /// Goes on until the user leaves.
    ///
    /// @return 0, or 1 if the last cell failed, for scripts that pipe cells in
    int run() {
        console.serve(cells);
        boolean failed = false;
        int number = 1;
        while (true) {
            Optional<String> cell = console.read(number);
            if (cell.isEmpty()) {
                return failed ? 1 : 0;
            }
            switch (cell.get().strip()) {
                case "" -> {}
                case "/exit", "/quit", "exit", "quit" -> {
                    return 0;
                }
                case "/help", "/?" -> console.say(HELP);
                default -> failed = !show(cells.run(cell.get(), number++, console));
            }
            if (console.isLeft()) {
                return failed ? 1 : 0;
            }
        }
    }

    private boolean show(CellResult result) {
        return switch (result) {
            case CellResult.Value(Optional<Display> display) -> {
                display.ifPresent(console::show);
                yield true;
            }
            case CellResult.Failure(CellError error) -> failed(error);
            case CellResult.Interrupted(CellError error) -> failed(error);
        };
    }

    private boolean failed(CellError error) {
        String story = String.join("\n", error.traceback());
        console.error(story.isBlank() ? error.name() + ": " + error.message() : story);
        return false;
    }
}
