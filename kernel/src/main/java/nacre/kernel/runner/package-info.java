/// Runs notebooks where there is no Jupyter: the cells one after the other, with a line of progress
/// for each.
///
/// The notebook with its outputs and a page for people without any notebook program are written
/// when the run has ended; a run that is stopped changes no file.
@NullMarked
package nacre.kernel.runner;

import org.jspecify.annotations.NullMarked;
