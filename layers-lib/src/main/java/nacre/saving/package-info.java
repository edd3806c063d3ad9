/// The formats of files, and nothing of models: HDF5, Keras's archive, JSON, files that are
/// replaced as a whole.
///
/// What comes from a file is not trusted: sizes, depths and counts have limits, and nothing in a
/// file is ever run.
@NullMarked
package nacre.saving;

import org.jspecify.annotations.NullMarked;
