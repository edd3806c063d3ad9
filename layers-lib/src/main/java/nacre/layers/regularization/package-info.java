/// Layers against overfitting: they disturb the data during training only.
@NullMarked
package nacre.layers.regularization;

import org.jspecify.annotations.NullMarked;
