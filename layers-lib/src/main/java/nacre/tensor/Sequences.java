package nacre.tensor;

import java.util.stream.Stream;
import nacre.compute.StepSums;
import nacre.compute.Unary;
import org.jspecify.annotations.Nullable;

/// All steps of a recurrent layer at once.
///
/// In each, `this` is the sequence, `(batch, steps, features)`, and the result is the states before
/// the first step and after each, `(batch, steps + 1, size of all states)`. The plain twin is the
/// step of the layer's cell, over and over.
sealed interface Sequences permits Tensor {

    /// An LSTM, whose states are `[h c]`; `h` and `c` are the first ones.
    default Tensor lstm(
            Tensor kernel, Tensor recurrentKernel, @Nullable Tensor bias, Tensor h, Tensor c) {
        Tensor[] x = inputs(bias, (Tensor) this, kernel, recurrentKernel, h, c);
        return Op.apply(new LstmOp(isNoted(x)), x);
    }

    /// A GRU whose reset gate acts after the product with the recurrent kernel, or before; `h` is
    /// the first state.
    default Tensor gru(
            Tensor kernel,
            Tensor recurrentKernel,
            @Nullable Tensor bias,
            Tensor h,
            boolean resetAfter) {
        Tensor[] x = inputs(bias, (Tensor) this, kernel, recurrentKernel, h);
        return Op.apply(resetAfter ? new GruOp(isNoted(x)) : new ResetFirstGruOp(), x);
    }

    /// A simple recurrent layer with the function `f`, whose slope can be told from its result; `h`
    /// is the first state.
    default Tensor simpleRnn(
            Tensor kernel, Tensor recurrentKernel, @Nullable Tensor bias, Tensor h, Unary f) {
        Tensor[] x = inputs(bias, (Tensor) this, kernel, recurrentKernel, h);
        return Op.apply(new SimpleRnnOp(f), x);
    }

    private static Tensor[] inputs(@Nullable Tensor bias, Tensor... others) {
        return Stream.concat(Stream.of(others), Stream.ofNullable(bias)).toArray(Tensor[]::new);
    }

    /// Whether there will be a way back.
    private static boolean isNoted(Tensor... x) {
        return Stream.of(x).anyMatch(t -> t.node != null);
    }

    /// An array for `size` numbers of each state and sample, the first of which are in `first`.
    static float[] begun(Shape out, Tensor first) {
        float[] states = Tape.array(out.size());
        int units = first.dim(1);
        for (int n = 0; n < first.dim(0); n++) {
            System.arraycopy(first.data(), n * units, states, n * out.dim(1) * units, units);
        }
        return states;
    }

    /// The gradient by a recurrent kernel: `hᵀ · dz` summed over all samples and steps.
    ///
    /// @param states those before the first step and after each, `h` in front
    /// @param units how many numbers `h` has
    static Tensor byRecurrent(Tensor states, int units, Tensor dz) {
        int steps = states.dim(1) - 1;
        int step = states.dim(2);
        int columns = dz.shape().last();
        float[] dk = Tape.array(units * columns);
        new StepSums(states.dim(0), steps, (steps + 1) * step, step, units, columns)
                .kernelGradient(states.data(), dz.data(), dk);
        return Tensor.wrap(dk, Shape.of(units, columns));
    }
}
