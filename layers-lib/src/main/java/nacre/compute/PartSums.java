package nacre.compute;

import java.util.Arrays;
import nacre.compute.Scratch.Use;

/// Sums over many strips, shared among threads so that the result does not depend on who did what.
///
/// The strips fall into a fixed number of parts with a sum each; the sums are added in order. If
/// they are so large that there can be few parts, each sum is shared out as well.
final class PartSums {
    /// Most parts, and the most numbers that their sums may hold together.
    private static final int PARTS = 16;

    private static final int NUMBERS = 1 << 22;

    private PartSums() {}

    /// Part `index` of `count` equal ones.
    record Part(int index, int count) {
        int from(int n) {
            return Threads.chunk(n, index, count);
        }

        int to(int n) {
            return Threads.chunk(n, index + 1, count);
        }
    }

    interface Work {
        /// Adds what `strips` contribute to a share of the sum, which begins at `sum[at]`.
        void add(Part strips, Part share, float[] sum, int at);
    }

    /// Adds all strips to the `size` numbers of `out`.
    ///
    /// @param shares into how many pieces a sum can be cut
    /// @param cost multiply-adds of a strip
    static void add(int strips, int shares, long cost, float[] out, int size, Work work) {
        int parts = Math.clamp(NUMBERS / size, 1, Math.min(PARTS, strips));
        int pieces = Math.clamp(shares, 1, (PARTS / 2 + parts - 1) / parts);
        float[] sums = Scratch.floats(Use.PARTS, (parts - 1) * size);
        Arrays.fill(sums, 0, (parts - 1) * size, 0);
        Threads.forEach(
                parts * pieces,
                (int) Math.max(1, Product.GRAIN / Math.max(1, cost * strips / parts / pieces)),
                (from, to) -> {
                    for (int i = from; i < to; i++) {
                        int part = i / pieces;
                        float[] sum = part == 0 ? out : sums;
                        int at = part == 0 ? 0 : (part - 1) * size;
                        work.add(new Part(part, parts), new Part(i % pieces, pieces), sum, at);
                    }
                });
        for (int part = 1; part < parts; part++) {
            Elementwise.fma(sums, (part - 1) * size, 1, out, 0, size);
        }
    }
}
