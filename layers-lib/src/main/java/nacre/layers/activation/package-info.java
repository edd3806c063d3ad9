/// Layers that bend what goes through them, so that networks learn more than straight lines.
///
/// The functions behind them are chosen by name: `relu`, `tanh`, `softmax`.
@NullMarked
package nacre.layers.activation;

import org.jspecify.annotations.NullMarked;
