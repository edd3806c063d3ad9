/// Data to learn from, made in the process from a seed: nothing to download, the same on every
/// machine.
///
/// Everything starts at [Data][nacre.data.Data] and comes as a [DataSet][nacre.data.DataSet]: one
/// tensor of inputs, one of answers. What is too large for that, or is to be changed on its way,
/// comes through a [DataFeed][nacre.data.DataFeed].
///
/// Files of learners are read here too. Pictures are: `java.awt.image` is used for their pixels and
/// nothing else of AWT, since only `javax.imageio` reads JPEG without another library.
@NullMarked
package nacre.data;

import org.jspecify.annotations.NullMarked;
