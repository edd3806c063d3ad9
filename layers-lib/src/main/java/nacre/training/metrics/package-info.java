/// How good a prediction is, for people to read.
@NullMarked
package nacre.training.metrics;

import org.jspecify.annotations.NullMarked;
