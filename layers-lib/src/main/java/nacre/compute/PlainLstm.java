package nacre.compute;

/// The loops of [Lstm] over the units of one sample's step, one unit at a time.
final class PlainLstm {
    private PlainLstm() {}

    /// `c' = f · c + i · g`, for the units from `first` on.
    static void remember(float[] gates, int z, float[] states, int s, int units, int first) {
        for (int u = first; u < units; u++) {
            float i = gates[z + u];
            float f = gates[z + units + u];
            float g = gates[z + 2 * units + u];
            states[s + 3 * units + u] = Math.fma(f, states[s + units + u], i * g);
        }
    }

    /// The gradients by `z` of the four gates, from that by `h'` and `c'`; that by `c` replaces the
    /// one by `c'`.
    static void back(
            float[] gates,
            int z,
            float[] states,
            int s,
            float[] tanh,
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
            float dh = d[at + u];
            float dc = Math.fma(dh * o, 1 - tanh[u] * tanh[u], d[at + units + u]);
            dz[to + u] = dc * g * (i - i * i);
            dz[to + units + u] = dc * states[s + units + u] * (f - f * f);
            dz[to + 2 * units + u] = dc * i * (1 - g * g);
            dz[to + 3 * units + u] = dh * tanh[u] * (o - o * o);
            d[at + units + u] = dc * f;
        }
    }
}
