/// Layers that change the shape of data and not its numbers.
@NullMarked
package nacre.layers.reshaping;

import org.jspecify.annotations.NullMarked;
