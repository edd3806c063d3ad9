/// How weights follow their gradients.
@NullMarked
package nacre.training.optimizers;

import org.jspecify.annotations.NullMarked;
