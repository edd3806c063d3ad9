package nacre.kernel;

import java.util.Optional;

/// Ends the kernel when the Jupyter that started it is gone, so that no forgotten kernel keeps
/// memory.
final class FrontEndWatch {
    private FrontEndWatch() {}

    /// Watches the process that Jupyter names; without a name, as in a container, nobody is
    /// watched.
    static void start(Runnable onEnd) {
        Optional.ofNullable(System.getenv("JPY_PARENT_PID"))
                .flatMap(FrontEndWatch::process)
                .ifPresent(jupyter -> jupyter.onExit().thenRun(onEnd));
    }

    private static Optional<ProcessHandle> process(String id) {
        try {
            return ProcessHandle.of(Long.parseLong(id));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
