package nacre.kernel.repl;

import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import nacre.kernel.magics.Cells;
import nacre.kernel.notebook.Trouble;
import picocli.CommandLine.Command;

/// `nacre repl`: Java in the terminal, with the library imported.
@Command(
        name = "repl",
        mixinStandardHelpOptions = true,
        description = "Type Java in the terminal, with the library imported.",
        footer = {
            "",
            "TAB completes, the arrow keys bring back earlier cells, Ctrl-R searches them.",
            "Ctrl-C stops what runs, Ctrl-D leaves."
        })
public final class ReplCommand implements Callable<Integer> {
    private final Supplier<Cells> sessions;

    /// @param sessions opens the session in which the cells run
    public ReplCommand(Supplier<Cells> sessions) {
        this.sessions = sessions;
    }

    @Override
    public Integer call() {
        boolean typed = System.console() != null && System.console().isTerminal();
        try (Console console =
                        typed
                                ? new TerminalConsole()
                                : new PipedConsole(System.in, System.out, System.err);
                Cells cells = sessions.get()) {
            return new Repl(cells, console).run();
        } catch (IOException e) {
            throw new Trouble("Cannot open the terminal: " + e.getMessage(), e);
        }
    }
}
