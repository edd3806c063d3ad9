/// What a weight is given: its first values (initializers), a price (regularizers), and limits
/// (constraints).
@NullMarked
package nacre.layers.weights;

import org.jspecify.annotations.NullMarked;
