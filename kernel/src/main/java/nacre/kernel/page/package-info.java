/// Makes one web page of a notebook: everything in one file, no script, no network, fit for print.
///
/// Markdown becomes HTML by commonmark-java; formulas become MathML, which browsers draw
/// themselves; code is coloured here, so that the page needs no script; pictures are put into the
/// page. The input is the notebook file alone.
@NullMarked
package nacre.kernel.page;

import org.jspecify.annotations.NullMarked;
