/// What happens beside training: stopping early, keeping records, showing progress.
@NullMarked
package nacre.training.callbacks;

import org.jspecify.annotations.NullMarked;
