package nacre.compute;

import java.util.Arrays;
import nacre.compute.Scratch.Use;

/// All steps of an LSTM, forwards and back.
///
/// Of each sample and step there are 4 · units gates `[i f g o]`, and the states `[h c]`: entry `t`
/// of the states is what step `t` starts from, so there is one entry more than there are steps. One
/// step is
///
/// `z = gates + h · recurrent`, `i f o = σ(z)`, `g = tanh(z)`, `c' = f · c + i · g`, `h' = o ·
/// tanh(c')`
///
/// Why it is fast: samples do not know of each other, so each thread takes some of them through all
/// steps without waiting for anybody, with the recurrent matrix in its nearest caches and nothing
/// made for the tape in between. The plain twin is one step after the other, as
/// `nacre.layers.recurrent.LSTMCell` says it.
///
/// @param batch how many samples
/// @param steps how many steps
/// @param units how many numbers in `h`, and in `c`
public record Lstm(int batch, int steps, int units) {

    /// How long the states of all samples and steps are together.
    public int statesSize() {
        return batch * (steps + 1) * 2 * units;
    }

    /// Where the gates of a sample's step begin.
    private int gates(int sample, int step) {
        return (sample * steps + step) * 4 * units;
    }

    /// Where the states before a sample's step begin.
    private int states(int sample, int step) {
        return (sample * (steps + 1) + step) * 2 * units;
    }

    /// Goes through all steps.
    ///
    /// @param gates the inputs' part of `z`; what the gates are, afterwards
    /// @param recurrent `units × 4 · units`
    /// @param states the first entry of each sample must be there; the others are filled in
    public void forward(float[] gates, float[] recurrent, float[] states) {
        Threads.forEach(
                batch,
                Tiles.ROWS,
                (from, to) -> {
                    for (int t = 0; t < steps; t++) {
                        Product.multiply(
                                to - from,
                                4 * units,
                                units,
                                states,
                                states(from, t),
                                (steps + 1) * 2 * units,
                                1,
                                recurrent,
                                0,
                                4 * units,
                                1,
                                gates,
                                gates(from, t),
                                steps * 4 * units,
                                true);
                        for (int n = from; n < to; n++) {
                            step(gates, gates(n, t), states, states(n, t));
                        }
                    }
                });
    }

    private void step(float[] gates, int z, float[] states, int s) {
        int next = s + 2 * units;
        Elementwise.Part.unary(Unary.SIGMOID, gates, z, gates, z, 2 * units);
        Elementwise.Part.unary(Unary.TANH, gates, z + 2 * units, gates, z + 2 * units, units);
        Elementwise.Part.unary(Unary.SIGMOID, gates, z + 3 * units, gates, z + 3 * units, units);
        int whole = Vectors.ON ? VectorLstm.remember(gates, z, states, s, units) : 0;
        PlainLstm.remember(gates, z, states, s, units, whole);
        Elementwise.Part.unary(Unary.TANH, states, next + units, states, next, units);
        Elementwise.Part.binary(
                Binary.MUL, states, next, gates, z + 3 * units, states, next, units);
    }

    /// Goes back through all steps.
    ///
    /// @param gates as [#forward] has left them
    /// @param transposed the recurrent matrix, transposed
    /// @param states as [#forward] has left them
    /// @param g the gradient by all states
    /// @param dz the gradient by the inputs' part of `z`, to be filled in
    /// @param first the gradient by the first states `[h c]` of each sample, to be filled in
    public void backward(
            float[] gates,
            float[] transposed,
            float[] states,
            float[] g,
            float[] dz,
            float[] first) {
        Threads.forEach(
                batch,
                Tiles.ROWS,
                (from, to) -> {
                    Arrays.fill(first, from * 2 * units, to * 2 * units, 0);
                    for (int t = steps - 1; t >= 0; t--) {
                        for (int n = from; n < to; n++) {
                            int s = states(n, t);
                            add(g, s + 2 * units, first, n);
                            back(gates, gates(n, t), states, s, dz, first, n * 2 * units);
                        }
                        Product.multiply(
                                to - from,
                                units,
                                4 * units,
                                dz,
                                gates(from, t),
                                steps * 4 * units,
                                1,
                                transposed,
                                0,
                                units,
                                1,
                                first,
                                from * 2 * units,
                                2 * units,
                                false);
                    }
                    for (int n = from; n < to; n++) {
                        add(g, states(n, 0), first, n);
                    }
                });
    }

    private void add(float[] g, int at, float[] first, int sample) {
        int to = sample * 2 * units;
        Elementwise.Part.binary(Binary.ADD, first, to, g, at, first, to, 2 * units);
    }

    /// One step of one sample: `d` holds the gradient by the states after it; afterwards its half
    /// for `c` is the one by the memory before.
    private void back(float[] gates, int z, float[] states, int s, float[] dz, float[] d, int at) {
        float[] tanh = Scratch.floats(Use.ROW, units);
        Elementwise.Part.unary(Unary.TANH, states, s + 3 * units, tanh, 0, units);
        int whole = Vectors.ON ? VectorLstm.back(gates, z, states, s, tanh, dz, d, at, units) : 0;
        PlainLstm.back(gates, z, states, s, tanh, dz, d, at, units, whole);
    }
}
