/// Cells in, values and errors out: JShell in this process, made safe to stop and pleasant to learn
/// with.
///
/// A cell is compiled as a whole before any of it runs; only then its parts run, one after the
/// other, on a thread of the cell's own. So a mistake in the last line leaves nothing half done,
/// and JShell itself is never on the stack of code that may have to be stopped. The way of a cell
/// through this package:
///
/// `Shell` → `Engine` (splits and compiles with JShell) → `CellClasses` and `Weaver` (load the
/// classes, with a stop check in every loop) → `CellRun` (the thread, the output, the stopping) →
/// `CellResult`. What hears of no stop meets `HardStop`.
///
/// Nothing here knows of messages or sockets; `jdk.jshell` is used nowhere else.
@NullMarked
package nacre.kernel.shell;

import org.jspecify.annotations.NullMarked;
