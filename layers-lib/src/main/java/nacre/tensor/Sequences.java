package nacre.tensor;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nacre.compute.StepSums;
import nacre.compute.StepSums.Kernel;
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

    /// Sends the kernels and the bias of a step their gradients: `xᵀ · dz`, `hᵀ · dz` and `dz`,
    /// summed over all samples and steps, in one pass over `dz`.
    ///
    /// @param b its inputs 0 to 2 are the sequence, the kernel and the recurrent kernel, its output
    ///   is the states
    /// @param dz the gradient by what the kernels have added to
    /// @param bias which input the bias is; perhaps none
    static void sendKernels(Back b, Tensor dz, int bias) {
        int[] wanted = IntStream.of(1, 2, bias).filter(i -> i < b.inputs() && b.needs(i)).toArray();
        var kernels = new ArrayList<Kernel>();
        for (int i : wanted) {
            float[] gradient = Tape.array(b.x(i).size());
            kernels.add(
                    switch (i) {
                        case 1 -> seen(b.x(0), b.x(1).dim(0), gradient);
                        case 2 -> seen(b.y(), b.x(2).dim(0), gradient);
                        default -> Kernel.bias(gradient);
                    });
        }
        sums(b.x(0), dz).gradients(dz.data(), kernels);
        for (int i = 0; i < wanted.length; i++) {
            Tensor gradient = Tensor.wrap(kernels.get(i).gradient(), b.x(wanted[i]).shape());
            b.send(wanted[i], () -> gradient);
        }
    }

    /// The gradient by a recurrent kernel: `hᵀ · dz` summed over all samples and steps.
    ///
    /// @param b its input 0 is the sequence, its output the states
    /// @param units how many numbers `h` has
    static Tensor byRecurrent(Back b, int units, Tensor dz) {
        Shape shape = Shape.of(units, dz.shape().last());
        float[] gradient = Tape.array(shape.size());
        sums(b.x(0), dz).gradients(dz.data(), List.of(seen(b.y(), units, gradient)));
        return Tensor.wrap(gradient, shape);
    }

    private static StepSums sums(Tensor sequence, Tensor dz) {
        return new StepSums(sequence.dim(0), sequence.dim(1), dz.shape().last());
    }

    /// What each step has seen of the first `rows` numbers in each row of `all`.
    private static Kernel seen(Tensor all, int rows, float[] gradient) {
        int step = all.dim(2);
        return new Kernel(all.data(), all.dim(1) * step, step, rows, gradient);
    }
}
