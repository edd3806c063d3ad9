/// Pictures: curves, maps of numbers, decision boundaries, grids of images, diagrams of networks.
///
/// Everything starts at [Plot][nacre.plot.Plot]. A picture has a title, a size, a PNG at twice the
/// size for sharp screens, and a description in words that stands wherever the picture cannot be
/// seen.
///
/// A picture is a PNG and no SVG: the SVG writer that belongs to JFreeChart is GPL, Batik brings
/// eight jars onto the learner's class path, and Jupyter hides SVG in notebooks it does not trust.
/// One font comes with the library, so a picture looks the same on every machine, even on one that
/// has none.
@NullMarked
package nacre.plot;

import org.jspecify.annotations.NullMarked;
