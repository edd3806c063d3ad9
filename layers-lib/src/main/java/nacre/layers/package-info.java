/// What a layer is: weights plus a transformation, and what all layers have in common.
///
/// A layer is called on tensors; called on symbolic ones (ghosts that come from an `Input`) it
/// notes a *node*, so that models can be drawn and asked. What is true only during one call is in a
/// [nacre.layers.Pass].
@NullMarked
package nacre.layers;

import org.jspecify.annotations.NullMarked;
