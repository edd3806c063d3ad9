package nacre.compute;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class LayoutTest {
    private final SplittableRandom random = new SplittableRandom(6);

    @Test
    void axesAreReorderedElementByElement() {
        for (int i = 0; i < 300; i++) {
            int n = 1 + random.nextInt(5);
            int[] dims = new int[n];
            int[] axes = new int[n];
            for (int a = 0; a < n; a++) {
                dims[a] = random.nextInt(n > 2 ? 9 : 70);
                axes[a] = a;
            }
            for (int a = n - 1; a > 0; a--) {
                int b = random.nextInt(a + 1);
                int swap = axes[a];
                axes[a] = axes[b];
                axes[b] = swap;
            }
            float[] x = Check.random(random, Axes.size(dims));
            int[] outDims = new int[n];
            int[] from = new int[n];
            for (int a = 0; a < n; a++) {
                outDims[a] = dims[axes[a]];
                from[a] = Axes.strides(dims)[axes[a]];
            }
            float[] expected = new float[x.length];
            for (int e = 0; e < x.length; e++) {
                expected[e] = x[Axes.offset(e, outDims, from, n)];
            }
            float[] out = new float[x.length];
            Check.sameForAnyThreads(out, y -> Layout.permute(x, dims, axes, y));
            Check.close(expected, out, 0, "permute");
        }
    }

    @Test
    void largeTransposesAreShared() {
        int[] dims = {300, 17, 200};
        float[] x = Check.random(random, Axes.size(dims));
        float[] there = new float[x.length];
        float[] back = new float[x.length];
        Layout.permute(x, dims, new int[] {2, 1, 0}, there);
        Layout.permute(there, new int[] {200, 17, 300}, new int[] {2, 1, 0}, back);
        Check.close(x, back, 0, "there and back");
    }

    @Test
    void blocksAreCopiedReversedAndRepeated() {
        float[] x = {1, 2, 3, 4, 5, 6};
        float[] out = new float[6];
        Layout.copyStrided(x, 5, new int[] {-3, -1}, out, 0, new int[] {3, 1}, new int[] {2, 3});
        Check.close(new float[] {6, 5, 4, 3, 2, 1}, out, 0, "reversed");
        Layout.copyStrided(x, 1, new int[] {0, 1}, out, 0, new int[] {3, 1}, new int[] {2, 3});
        Check.close(new float[] {2, 3, 4, 2, 3, 4}, out, 0, "repeated");
    }

    @Test
    void rowsAreGatheredAndAddedBack() {
        float[] table = {1, 2, 3, 4, 5, 6};
        float[] out = new float[6];
        float[] indices = {2, 0, 2};
        Gather.rows(table, 2, indices, 3, out);
        Check.close(new float[] {5, 6, 1, 2, 5, 6}, out, 0, "gathered");
        float[] sums = new float[6];
        Gather.addRows(new float[] {1, 1, 2, 2, 3, 3}, 2, indices, 3, sums);
        Check.close(new float[] {2, 2, 0, 0, 4, 4}, sums, 0, "added");
    }
}
