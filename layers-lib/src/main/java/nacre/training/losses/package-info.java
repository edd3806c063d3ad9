/// How wrong a prediction is, as one number to be made small.
@NullMarked
package nacre.training.losses;

import org.jspecify.annotations.NullMarked;
