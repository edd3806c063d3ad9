/// Data to learn from, made in the process from a seed: nothing to download, the same on every
/// machine.
///
/// Everything starts at [Data][nacre.data.Data] and comes as a [DataSet][nacre.data.DataSet]: one
/// tensor of inputs, one of answers.
@NullMarked
package nacre.data;

import org.jspecify.annotations.NullMarked;
