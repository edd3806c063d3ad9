package nacre.compute;

/// The loops of [Gru] over the units of one sample's step, one unit at a time.
final class PlainGru {
    private PlainGru() {}

    /// From the sums `[z r g s]` to the gates in their place and the state after the step, for the
    /// units from `first` on: `z r = σ(…)`, `g = tanh(g + r · s)`, `h' = g + z · (h − g)`.
    static void step(float[] gates, int z, float[] states, int s, int units, int first) {
        for (int u = first; u < units; u++) {
            float keep = Unary.SIGMOID.plain(gates[z + u]);
            float r = Unary.SIGMOID.plain(gates[z + units + u]);
            float sum = MultiplyAdd.of(r, gates[z + 3 * units + u], gates[z + 2 * units + u]);
            float g = Unary.TANH.plain(sum);
            gates[z + u] = keep;
            gates[z + units + u] = r;
            gates[z + 2 * units + u] = g;
            states[s + units + u] = MultiplyAdd.of(keep, states[s + u] - g, g);
        }
    }

    /// The gradients by the sums, from that by `h'`, which `d` holds. Those that `x` has added to
    /// go to `dx`, those that `h` has to `dh`: they differ in `g`, where `h` goes through `r`.
    static void back(
            float[] gates,
            int z,
            float[] states,
            int s,
            float[] dx,
            float[] dh,
            int to,
            float[] d,
            int at,
            int units,
            int first) {
        for (int u = first; u < units; u++) {
            float keep = gates[z + u];
            float r = gates[z + units + u];
            float g = gates[z + 2 * units + u];
            float next = d[at + u];
            float dz = next * (states[s + u] - g) * (keep - keep * keep);
            float dg = (next - next * keep) * (1 - g * g);
            float dr = dg * gates[z + 3 * units + u] * (r - r * r);
            dx[to + u] = dz;
            dh[to + u] = dz;
            dx[to + units + u] = dr;
            dh[to + units + u] = dr;
            dx[to + 2 * units + u] = dg;
            dh[to + 2 * units + u] = dg * r;
            d[at + u] = next * keep;
        }
    }
}
