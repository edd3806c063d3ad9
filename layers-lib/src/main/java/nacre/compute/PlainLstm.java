package nacre.compute;

/// The loops of [Lstm] over the units of one sample's step, one unit at a time.
final class PlainLstm {
    private PlainLstm() {}

    /// From `z` to the gates in its place and the states after the step, for the units from `first`
    /// on: `i f o = σ(z)`, `g = tanh(z)`, `c' = f · c + i · g`, `h' = o · tanh(c')`.
    static void step(float[] gates, int z, float[] states, int s, int units, int first) {
        for (int u = first; u < units; u++) {
            float i = Unary.SIGMOID.plain(gates[z + u]);
            float f = Unary.SIGMOID.plain(gates[z + units + u]);
            float g = Unary.TANH.plain(gates[z + 2 * units + u]);
            float o = Unary.SIGMOID.plain(gates[z + 3 * units + u]);
            float c = MultiplyAdd.of(f, states[s + units + u], i * g);
            gates[z + u] = i;
            gates[z + units + u] = f;
            gates[z + 2 * units + u] = g;
            gates[z + 3 * units + u] = o;
            states[s + 2 * units + u] = o * Unary.TANH.plain(c);
            states[s + 3 * units + u] = c;
        }
    }

    /// The gradients by `z` of the four gates, from those by `h'` and `c'`, which `d` holds. That
    /// by `c` takes the place of the one by `c'` in it.
    static void back(
            float[] gates,
            int z,
            float[] states,
            int s,
            float[] dz,
            int to,
            float[] d,
            int at,
            int units,
            int first) {
        for (int u = first; u < units; u++) {
            float i = gates[z + u];
            float f = gates[z + units + u];
            float g = gates[z + 2 * units + u];
            float o = gates[z + 3 * units + u];
            float r = Unary.TANH.plain(states[s + 3 * units + u]);
            float dh = d[at + u];
            float dc = MultiplyAdd.of(dh * o, 1 - r * r, d[at + units + u]);
            dz[to + u] = dc * g * (i - i * i);
            dz[to + units + u] = dc * states[s + units + u] * (f - f * f);
            dz[to + 2 * units + u] = dc * i * (1 - g * g);
            dz[to + 3 * units + u] = dh * r * (o - o * o);
            d[at + units + u] = dc * f;
        }
    }
}
