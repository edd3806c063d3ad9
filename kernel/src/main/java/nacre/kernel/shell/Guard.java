package nacre.kernel.shell;

/// What the code of cells is woven with; public because the classes of cells call it.
public final class Guard {
    /// How many stopped cells still run: nearly always 0, so the check in a loop costs one read.
    @SuppressWarnings("NonFinalStaticField") // one for the process, as the woven code is
    static volatile int stopping;

    private Guard() {}

    /// Called at each turn of a loop and at the start of each method of a cell.
    public static void check() {
        if (stopping != 0) {
            CellRun.current().ifPresent(CellRun::stopIfAsked);
        }
    }

    /// Called instead of `System.exit`.
    public static void exit(int status) {
        throw new ExitRefused("System.exit(" + status + ")");
    }

    /// Called instead of `Runtime.exit` and `Runtime.halt`.
    public static void exit(Runtime runtime, int status) {
        throw new ExitRefused("Runtime.exit(" + status + ")");
    }

    /// Says that a cell cannot end the kernel.
    static final class ExitRefused extends Error {
        private static final long serialVersionUID = 1;

        ExitRefused(String what) {
            super(
                    what
                            + " would end the notebook's kernel and lose all variables, so it is refused here;"
                            + " use return to leave a method, or the magic %exit to quit");
        }
    }
}
