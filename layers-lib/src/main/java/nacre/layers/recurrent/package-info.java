/// Layers that read sequences step by step and remember.
///
/// A [Cell] says what one step does; [Recurrent] is the loop over the steps with everything that
/// can be asked of a sequence. [LSTM], [GRU] and [SimpleRNN] are that loop around a cell of their
/// own.
@NullMarked
package nacre.layers.recurrent;

import org.jspecify.annotations.NullMarked;
