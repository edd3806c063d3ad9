/// How a network learns: losses, metrics, optimizers and callbacks, and their common shape.
///
/// An optimizer is a class and not a record, since it has a state (moments, the number of steps)
/// and shares most of its options with all others.
@NullMarked
package nacre.training;

import org.jspecify.annotations.NullMarked;
