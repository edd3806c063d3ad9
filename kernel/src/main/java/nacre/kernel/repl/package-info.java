/// The library in a terminal: type Java, see values; history, completion and cells of several
/// lines.
@NullMarked
package nacre.kernel.repl;

import org.jspecify.annotations.NullMarked;
