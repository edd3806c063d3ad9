/// The layers seen in most networks.
@NullMarked
package nacre.layers.core;

import org.jspecify.annotations.NullMarked;
