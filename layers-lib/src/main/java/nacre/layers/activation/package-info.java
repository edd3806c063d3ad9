/// Activation functions, by name and as layers.
@NullMarked
package nacre.layers.activation;

import org.jspecify.annotations.NullMarked;
