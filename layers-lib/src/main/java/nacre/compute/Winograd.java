package nacre.compute;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicBoolean;
import nacre.compute.Scratch.Use;
import org.jspecify.annotations.Nullable;

/// A window of 3 × 3 that moves by one over pictures, with fewer than half of the multiplications:
/// Lavin and Gray, *Fast Algorithms for Convolutional Neural Networks*, 2016.
///
/// Two neighbouring sums of three terms, `d0·g0 + d1·g1 + d2·g2` and `d1·g0 + d2·g1 + d3·g2`, have
/// six products. They can be had from four:
///
/// ```
/// m0 = (d0 - d2) · g0               y0 = m0 + m1 + m2
/// m1 = (d1 + d2) · (g0 + g1 + g2)/2 y1 = m1 - m2 - m3
/// m2 = (d2 - d1) · (g0 - g1 + g2)/2
/// m3 = (d1 - d3) · g2
/// ```
///
/// What is made of the kernel is made once. In both directions, that is 16 products instead of 36
/// for a tile of 2 × 2 results and the patch of 4 × 4 places that it sees. Over channels and
/// filters each of the 16 is a product of matrices, with a row for each tile: [Winograd6x2].
///
/// The sums are those of [TiledConvolution] but for rounding. Only a number that is not finite
/// would spread over its tile: where one comes out, the methods say so, and the other way is taken.
///
/// @param above lines of padding above a picture
/// @param left padding on the left of a line
/// @param quick whether the vector loops are taken; their plain twins give the same bits
record Winograd(
        int pictures,
        int channels,
        int filters,
        int high,
        int wide,
        int outHigh,
        int outWide,
        int above,
        int left,
        boolean quick) {
    /// Columns of the result that are computed together.
    static final int WIDE = 2 * Vectors.LANES;

    private static final int PRODUCTS = 16;
    private static final int ROWS = Tiles.ROWS;

    /// Fewer channels or tiles of a picture, or fewer filters that a patch is prepared for, make
    /// more work of adding than is saved.
    private static final int FEWEST = 16;

    private static final int FEWEST_TILES = 9;
    private static final int FEWEST_FILTERS = 48;

    /// Numbers left free between the products: at distances of a power of two all 16 would fall
    /// into the same few places of the nearest cache.
    private static final int GAP = 16;

    /// What a block of tiles makes of its patches: half of the second cache.
    private static final int NUMBERS = 1 << 16;

    private static final int MOST_TILES = 4 * ROWS;
    private static final float[] NO_BIAS = new float[WIDE];

    /// Whether this window over a volume is such a one.
    static boolean fits(Window w) {
        return Vectors.ON
                && w.groups() == 1
                && isWhole(w.channels())
                && isWhole(w.filters())
                && w.kernel()[0] == 1
                && w.strides()[0] == 1
                && w.in()[0] == w.out()[0]
                && isOfThree(w, 1)
                && isOfThree(w, 2);
    }

    private static boolean isWhole(int channels) {
        int together = Math.max(VectorPack.TOGETHER, Vectors.LANES);
        return channels >= FEWEST && channels % together == 0;
    }

    private static boolean isOfThree(Window w, int axis) {
        return w.kernel()[axis] == 3
                && w.strides()[axis] == 1
                && w.dilation()[axis] == 1
                && Math.clamp(w.padBefore()[axis], 0, 2) == w.padBefore()[axis];
    }

    static Winograd of(Window w) {
        return of(w, Warmup.winogradReady());
    }

    static Winograd of(Window w, boolean quick) {
        return new Winograd(
                w.batch() * w.in()[0],
                w.channels(),
                w.filters(),
                w.in()[1],
                w.in()[2],
                w.out()[1],
                w.out()[2],
                w.padBefore()[1],
                w.padBefore()[2],
                quick);
    }

    /// The window that goes back from the result to the input.
    private Winograd backwards() {
        return new Winograd(
                pictures, filters, channels, outHigh, outWide, high, wide, 2 - above, 2 - left,
                quick);
    }

    /// Where channel `c` of a tile's first row lies in the packed order.
    static int packed(int c) {
        int together = VectorPack.TOGETHER;
        return c / together * together * ROWS + c % together;
    }

    /// Whether it is quicker than the other way. It does not depend on the batch, so that a sample
    /// alone gives the same as among others.
    private boolean pays() {
        int tiles = tilesHigh() * tilesWide();
        int computed = 4 * tiles; // those beyond the border too
        return tiles >= FEWEST_TILES
                && filters >= FEWEST_FILTERS
                && 6 * computed <= 7 * outHigh * outWide;
    }

    /// @return whether it is done; if not, because it does not pay or not all results are finite,
    ///   the other way is to be taken
    boolean forward(
            float[] x, float[] kernel, float @Nullable [] bias, @Nullable Unary f, float[] out) {
        return pays()
                && run(
                        x,
                        kernel(kernel, 0, channels * filters),
                        new Target(this, bias, f, out, false));
    }

    /// The convolution and the largest of each tile; the sizes of the result are even.
    ///
    /// @param f must grow with its argument
    /// @return as [#forward]
    boolean forwardMaxPool(
            float[] x, float[] kernel, float @Nullable [] bias, @Nullable Unary f, float[] out) {
        return pays()
                && run(
                        x,
                        kernel(kernel, 0, channels * filters),
                        new Target(this, bias, f, out, true));
    }

    /// @return as [#forward]
    boolean inputGradient(float[] g, float[] kernel, float[] dx) {
        Winograd back = backwards();
        if (!back.pays()) {
            return false;
        }
        int tap = channels * filters;
        float[] turned = Scratch.floats(Use.TURNED, 9 * tap);
        Layout.permute(kernel, new int[] {9, channels, filters}, new int[] {0, 2, 1}, turned);
        float[] u = back.kernel(turned, 8 * tap, -tap); // the last tap comes first
        return back.run(g, u, new Target(back, null, null, dx, false));
    }

    // --- the kernel

    private int kernelApart() {
        return channels * WIDE + GAP;
    }

    private int panel() {
        return PRODUCTS * kernelApart();
    }

    /// What is made of the kernel, whose taps lie `tap` apart: panels of columns, each with the
    /// right side of all products.
    private float[] kernel(float[] k, int at, int tap) {
        int panels = Math.ceilDiv(filters, WIDE);
        float[] u = Scratch.floats(Use.KERNEL, panels * panel());
        int lanes = Vectors.LANES;
        Threads.forEach(
                panels,
                Math.max(1, Elementwise.GRAIN / panel()),
                (from, to) -> {
                    for (int j = from * WIDE; j < to * WIDE; j += lanes) {
                        int o = j / WIDE * panel() + j % WIDE;
                        if (j >= filters) {
                            clear(u, o, lanes);
                        } else if (quick) {
                            VectorWinograd.kernel(
                                    k, at + j, tap, filters, channels, u, o, kernelApart());
                        } else {
                            PlainWinograd.kernel(
                                    k, at + j, tap, filters, channels, lanes, u, o, kernelApart());
                        }
                    }
                });
        return u;
    }

    /// Columns that there are not.
    private void clear(float[] u, int at, int columns) {
        for (int i = 0; i < PRODUCTS; i++) {
            for (int p = 0; p < channels; p++) {
                int from = at + i * kernelApart() + p * WIDE;
                Arrays.fill(u, from, from + columns, 0);
            }
        }
    }

    // --- tiles

    private int tilesWide() {
        return Math.ceilDiv(outWide, 2);
    }

    private int tilesHigh() {
        return Math.ceilDiv(outHigh, 2);
    }

    /// How many tiles a thread takes at a time: whole rows of [Winograd6x2].
    private int block() {
        return Math.clamp(NUMBERS / (PRODUCTS * channels * ROWS) * ROWS, ROWS, MOST_TILES);
    }

    private boolean run(float[] x, float[] u, Target target) {
        int tiles = pictures * tilesHigh() * tilesWide();
        int block = block();
        long work = (long) PRODUCTS * block * channels * filters;
        var finite = new AtomicBoolean(true);
        Threads.forEach(
                Math.ceilDiv(tiles, block),
                (int) Math.max(1, Product.GRAIN / work),
                (from, to) -> {
                    var part = new Block(this, u, target, block);
                    for (int b = from; b < to && finite.get(); b++) {
                        part.patches(x, b * block, Math.min(tiles, (b + 1) * block));
                        part.results(b * block, Math.min(tiles, (b + 1) * block));
                    }
                    if (!part.isFinite()) {
                        finite.set(false);
                    }
                });
        return finite.get();
    }

    /// Where results go.
    ///
    /// @param pooled whether of each tile only the largest goes there
    private record Target(
            Winograd of, float @Nullable [] bias, @Nullable Unary f, float[] out, boolean pooled) {
        /// The results of tile `t` in the columns from `j` on.
        void take(int t, float[] m, int at, int apart, int j, float[] check) {
            int columns = Math.min(WIDE, of.filters - j);
            int perPicture = of.tilesHigh() * of.tilesWide();
            int row = t % perPicture / of.tilesWide();
            int column = t % of.tilesWide();
            int line = of.outWide * of.filters;
            int to = t * of.filters + j;
            int right = 0;
            int below = 0;
            if (!pooled) {
                int picture = t / perPicture * of.outHigh;
                to = (picture + 2 * row) * line + 2 * column * of.filters + j;
                right = 2 * column + 1 < of.outWide ? of.filters : 0;
                below = 2 * row + 1 < of.outHigh ? line : 0;
            }
            float floor = f == Unary.RELU ? 0 : Tiles.NO_FLOOR;
            float[] b = bias != null ? bias : NO_BIAS;
            int bAt = bias != null ? j : 0;
            if (of.quick) {
                VectorWinograd.output(
                        m, at, apart, b, bAt, columns, floor, check, out, to, right, below, pooled);
            } else {
                PlainWinograd.output(
                        m, at, apart, b, bAt, columns, floor, check, out, to, right, below, pooled);
            }
            if (f != null && f != Unary.RELU) {
                apply(f, to, columns);
                if (right > 0) {
                    apply(f, to + right, columns);
                }
                if (below > 0) {
                    apply(f, to + below, columns);
                }
                if (right > 0 && below > 0) {
                    apply(f, to + below + right, columns);
                }
            }
        }

        private void apply(Unary f, int at, int columns) {
            Elementwise.Part.unary(f, out, at, out, at, columns);
        }
    }

    /// Some neighbouring tiles, one lot after the other, on one thread.
    private static final class Block {
        private final Winograd of;
        private final float[] u;
        private final Target target;
        private final int apart;
        private final int resultApart;
        private final float[] v;
        private final float[] m;
        private final float[] patch;
        private final float[] check = new float[Vectors.LANES];
        private final @Nullable Tiles tiles;

        Block(Winograd of, float[] u, Target target, int tiles) {
            this.of = of;
            this.u = u;
            this.target = target;
            apart = tiles * of.channels + GAP;
            resultApart = tiles * WIDE + GAP;
            v = Scratch.floats(Use.STRIP, PRODUCTS * apart);
            m = Scratch.floats(Use.UNPOOLED, PRODUCTS * resultApart);
            patch = Scratch.floats(Use.ROW, 16 * of.channels);
            this.tiles = of.quick ? null : tables(tiles);
        }

        /// The products as [Tiles], which give the same bits as [Winograd6x2] until that is
        /// compiled.
        private Tiles tables(int count) {
            int[] rows = Scratch.ints(Use.ROWS, count);
            for (int i = 0; i < count; i++) {
                rows[i] = row(i);
            }
            int[] taps = Scratch.ints(Use.TAPS, of.channels);
            for (int c = 0; c < of.channels; c++) {
                taps[c] = packed(c);
            }
            int[] places = Scratch.steps(Use.PLACES, count, WIDE);
            return new Tiles(v, rows, taps, of.channels, u, WIDE, m, places, false);
        }

        /// Where the row of tile `i` begins in the packed order.
        private int row(int i) {
            return (i - i % ROWS) * of.channels + i % ROWS * VectorPack.TOGETHER;
        }

        /// Whether all results are finite so far.
        boolean isFinite() {
            boolean finite = true;
            for (float c : check) {
                finite &= c == 0;
            }
            return finite;
        }

        /// The patches that the tiles see, for the left side of the products.
        void patches(float[] x, int first, int end) {
            int channels = of.channels;
            int perPicture = of.tilesHigh() * of.tilesWide();
            for (int t = first; t < end; t++) {
                int picture = t / perPicture;
                int h = t % perPicture / of.tilesWide() * 2 - of.above;
                int w = t % of.tilesWide() * 2 - of.left;
                boolean inside = h >= 0 && h + 4 <= of.high && w >= 0 && w + 4 <= of.wide;
                if (!inside) {
                    copy(x, picture, h, w);
                }
                float[] from = inside ? x : patch;
                int at = inside ? ((picture * of.high + h) * of.wide + w) * channels : 0;
                int line = (inside ? of.wide : 4) * channels;
                int to = row(t - first);
                if (of.quick) {
                    VectorWinograd.input(from, at, line, channels, v, to, apart);
                } else {
                    PlainWinograd.input(from, at, line, channels, v, to, apart);
                }
            }
        }

        /// A patch that reaches over the border, with zeros there.
        private void copy(float[] x, int picture, int h, int w) {
            int channels = of.channels;
            int from = Math.max(0, -w);
            int to = Math.clamp(of.wide - w, from, 4);
            for (int i = 0; i < 4; i++) {
                int line = 4 * i * channels;
                boolean there = h + i >= 0 && h + i < of.high;
                int begin = line + (there ? from : 0) * channels;
                int end = line + (there ? to : 0) * channels;
                Arrays.fill(patch, line, begin, 0);
                Arrays.fill(patch, end, line + 4 * channels, 0);
                if (there) {
                    int at = ((picture * of.high + h + i) * of.wide + w + from) * channels;
                    System.arraycopy(x, at, patch, begin, end - begin);
                }
            }
        }

        /// The products, and what comes of them: some columns of all tiles after the other.
        void results(int first, int end) {
            for (int j = 0; j < of.filters; j += WIDE) {
                for (int i = 0; i < PRODUCTS; i++) {
                    int b = j / WIDE * of.panel() + i * of.kernelApart();
                    multiply(end - first, i * apart, b, i * resultApart);
                }
                for (int t = first; t < end; t++) {
                    target.take(t, m, (t - first) * WIDE, resultApart, j, check);
                }
            }
        }

        private void multiply(int rows, int a, int b, int c) {
            if (tiles != null) {
                tiles.run(a, 0, rows, b, c, WIDE, NO_BIAS, 0, Tiles.NO_FLOOR);
                return;
            }
            int fours = of.channels / VectorPack.TOGETHER;
            for (int i = 0; i < rows; i += ROWS) {
                Winograd6x2.run(fours, v, a + i * of.channels, u, b, m, c + i * WIDE);
            }
        }
    }
}
