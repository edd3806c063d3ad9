package nacre.kernel.shell;

import jdk.jshell.execution.DirectExecutionControl;

/// JShell's hands: it loads what JShell compiles, and leaves the running to [Engine].
///
/// JShell would run each snippet as soon as it is compiled, and turn its value to text. Here it is
/// only told "done"; the cell's parts run when all of them are compiled, and their values stay
/// objects.
final class CellControl extends DirectExecutionControl {
    CellControl(CellClasses classes) {
        super(classes);
    }

    @Override
    public String invoke(String className, String methodName) {
        return "";
    }
}
