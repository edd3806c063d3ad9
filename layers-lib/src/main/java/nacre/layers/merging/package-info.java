/// Layers that join several tensors into one.
@NullMarked
package nacre.layers.merging;

import org.jspecify.annotations.NullMarked;
