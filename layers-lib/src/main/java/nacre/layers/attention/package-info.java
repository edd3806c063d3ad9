/// Layers that look at all steps of a sequence at once and weigh what matters.
@NullMarked
package nacre.layers.attention;

import org.jspecify.annotations.NullMarked;
