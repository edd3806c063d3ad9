/// Magics: lines of a cell that begin with `%` and are not Java, such as `%time` or `%maven`.
///
/// [Cells] stands before the shell: it cuts a cell into Java and magics and runs each in its order.
/// Whoever runs cells (the notebook's kernel, the runner, the terminal) talks to [Cells] and knows
/// no magic; the shell knows none either. A magic is one small class, listed in [Magics]; its
/// [Magic#forms()] are what `%help` shows and TAB completes.
@NullMarked
package nacre.kernel.magics;

import org.jspecify.annotations.NullMarked;
