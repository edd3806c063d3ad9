/// Layers that bring numbers to mean 0 and deviation 1, or to length 1, so that deep networks learn
/// faster.
@NullMarked
package nacre.layers.normalization;

import org.jspecify.annotations.NullMarked;
