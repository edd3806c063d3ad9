/// Notebook files: reading them with messages a student can act on, and writing them as Jupyter
/// does.
///
/// The format is nbformat 4.5. Files are written byte for byte as Jupyter writes them (keys sorted,
/// one space of indent, text as lists of lines), so that only the lines that changed differ; and
/// beside the old file, which is replaced when the new one is whole. What Nacre does not know in a
/// file it leaves as it is.
@NullMarked
package nacre.kernel.notebook;

import org.jspecify.annotations.NullMarked;
