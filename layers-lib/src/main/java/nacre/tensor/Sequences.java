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
/// In each, `this` is the sequence, `(batch, steps, features)`, and the result is, for `all`, the
/// states before the first step and after each, `(batch, steps + 1, size of all states)`; else only
/// those after the last step, `(batch, size of all states)`. The plain twin is the step of the
/// layer's cell, over and over.
sealed interface Sequences permits Tensor {

    /// An LSTM, whose states are `[h c]`; `h` and `c` are the first ones.
    default Tensor lstm(
            Tensor kernel,
            Tensor recurrentKernel,
            @Nullable Tensor bias,
            Tensor h,
            Tensor c,
            boolean all) {
        Tensor[] x = inputs(bias, (Tensor) this, kernel, recurrentKernel, h, c);
        return Op.apply(new LstmOp(all, isNoted(x)), x);
    }

    /// A GRU whose reset gate acts after the product with the recurrent kernel, or before; `h` is
    /// the first state.
    default Tensor gru(
            Tensor kernel,
            Tensor recurrentKernel,
            @Nullable Tensor bias,
            Tensor h,
            boolean resetAfter,
            boolean all) {
        Tensor[] x = inputs(bias, (Tensor) this, kernel, recurrentKernel, h);
        return Op.apply(resetAfter ? new GruOp(all, isNoted(x)) : new ResetFirstGruOp(all), x);
    }

    /// A simple recurrent layer with the function `f`, whose slope can be told from its result; `h`
    /// is the first state.
    default Tensor simpleRnn(
            Tensor kernel,
            Tensor recurrentKernel,
            @Nullable Tensor bias,
            Tensor h,
            Unary f,
            boolean all) {
        Tensor[] x = inputs(bias, (Tensor) this, kernel, recurrentKernel, h);
        return Op.apply(new SimpleRnnOp(f, all), x);
    }

    private static Tensor[] inputs(@Nullable Tensor bias, Tensor... others) {
        return Stream.concat(Stream.of(others), Stream.ofNullable(bias)).toArray(Tensor[]::new);
    }

    /// Whether there will be a way back.
    private static boolean isNoted(Tensor... x) {
        return Stream.of(x).anyMatch(t -> t.node != null);
    }

    /// The shape of a result whose states have `width` numbers in all.
    static Shape shape(Shape sequence, int width, boolean all) {
        int batch = sequence.dim(0);
        return all ? Shape.of(batch, sequence.dim(1) + 1, width) : Shape.of(batch, width);
    }

    /// How many numbers are kept of all steps, if it is `width` of each.
    static double largest(Shape sequence, int width) {
        return (double) sequence.dim(0) * (sequence.dim(1) + 1) * width;
    }

    /// An array for the states before the first step and after each; the first ones, which lie side
    /// by side, are in it.
    static float[] begun(Shape sequence, Tensor... first) {
        int width = Stream.of(first).mapToInt(state -> state.dim(1)).sum();
        int sample = (sequence.dim(1) + 1) * width;
        float[] states = Tape.array(sequence.dim(0) * sample);
        int at = 0;
        for (Tensor state : first) {
            int units = state.dim(1);
            for (int n = 0; n < sequence.dim(0); n++) {
                System.arraycopy(state.data(), n * units, states, at + n * sample, units);
            }
            at += units;
        }
        return states;
    }

    /// What comes out of all states: themselves, or those after the last step.
    static float[] result(float[] states, Shape out) {
        if (out.rank() == 3) {
            return states;
        }
        float[] last = Tape.array(out.size());
        int width = out.dim(1);
        for (int n = 1; n <= out.dim(0); n++) {
            int end = states.length / out.dim(0) * n;
            System.arraycopy(states, end - width, last, (n - 1) * width, width);
        }
        return last;
    }

    /// Sends the kernels and the bias of a step their gradients: `xᵀ · dz`, `hᵀ · dz` and `dz`,
    /// summed over all samples and steps, in one pass over `dz`.
    ///
    /// @param b its inputs 0 to 2 are the sequence, the kernel and the recurrent kernel
    /// @param states before the first step and after each
    /// @param dz the gradient by what the kernels have added to
    /// @param bias which input the bias is; perhaps none
    static void sendKernels(Back b, float[] states, Tensor dz, int bias) {
        int[] wanted = IntStream.of(1, 2, bias).filter(i -> i < b.inputs() && b.needs(i)).toArray();
        var kernels = new ArrayList<Kernel>();
        for (int i : wanted) {
            kernels.add(
                    switch (i) {
                        case 1 -> ofInputs(b);
                        case 2 -> ofStates(b, states, b.x(2).dim(1));
                        default -> Kernel.bias(Tape.array(b.x(i).size()));
                    });
        }
        sum(b, dz, kernels);
        for (int i = 0; i < wanted.length; i++) {
            Tensor gradient = Tensor.wrap(kernels.get(i).gradient(), b.x(wanted[i]).shape());
            b.send(wanted[i], () -> gradient);
        }
    }

    /// Fills in the gradients by kernels, all in one pass over `dz`.
    static void sum(Back b, Tensor dz, List<Kernel> kernels) {
        Tensor sequence = b.x(0);
        new StepSums(sequence.dim(0), sequence.dim(1), dz.shape().last())
                .gradients(dz.data(), kernels);
    }

    /// The kernel that each step has multiplied with the sequence.
    static Kernel ofInputs(Back b) {
        Tensor x = b.x(0);
        int features = x.dim(2);
        float[] gradient = Tape.array(b.x(1).size());
        return new Kernel(x.data(), x.dim(1) * features, features, features, gradient);
    }

    /// The first `columns` columns of the kernel that each step has multiplied with `h`.
    static Kernel ofStates(Back b, float[] states, int columns) {
        Shape sequence = b.x(0).shape();
        int units = b.x(2).dim(0);
        int sample = states.length / Math.max(1, sequence.dim(0));
        int step = sample / (sequence.dim(1) + 1);
        return new Kernel(states, sample, step, units, Tape.array(units * columns));
    }
}
