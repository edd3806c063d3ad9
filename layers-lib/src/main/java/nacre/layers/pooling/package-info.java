/// Layers that make data smaller by keeping one number of each window.
@NullMarked
package nacre.layers.pooling;

import org.jspecify.annotations.NullMarked;
