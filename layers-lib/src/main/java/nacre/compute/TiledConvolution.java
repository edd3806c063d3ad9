package nacre.compute;

import java.util.Arrays;
import nacre.compute.Scratch.Use;

/// Convolutions as products in tiles: a table says where the window of each place begins, another
// where its taps lie, so
/// no image is ever unrolled into a matrix.
final class TiledConvolution {
    /// Most partial sums of a kernel's gradient, and the most numbers they may hold together.
    private static final int PARTS = 16;

    private static final int PART_NUMBERS = 1 << 22;

    private TiledConvolution() {}

    static void forward(Window w, float[] x, float[] kernel, Epilogue end, float[] out) {
        Sweep sweep = Sweep.forward(w);
        int channels = w.channels() / w.groups();
        int filters = w.filters() / w.groups();
        int depth = w.taps() * channels;
        Panels[] panels = new Panels[w.groups()];
        boolean wide = filters > Tiles.COLUMNS;
        float[] packed =
                wide
                        ? Scratch.floats(Use.KERNEL, w.groups() * Panels.size(depth, filters))
                        : kernel;
        for (int g = 0; g < w.groups(); g++) {
            Matrix b = new Matrix(kernel, g * filters, w.filters(), 1);
            panels[g] = Panels.inPlace(b);
            if (wide) {
                panels[g] = Panels.packed(packed, g * Panels.size(depth, filters), depth, filters);
                panels[g].pack(b, 0, depth, filters);
            }
        }
        run(sweep, x, channels, depth, panels, filters, end, out);
    }

    /// The gradient by the input, one residue of the strides after another; see [Slide#backward].
    static void inputGradient(Window w, float[] g, float[] kernel, float[] dx) {
        int channels = w.channels() / w.groups();
        int filters = w.filters() / w.groups();
        for (int a = 0; a < w.strides()[0]; a++) {
            for (int b = 0; b < w.strides()[1]; b++) {
                for (int c = 0; c < w.strides()[2]; c++) {
                    Slide[] slides = {
                        Slide.backward(w, 0, a), Slide.backward(w, 1, b), Slide.backward(w, 2, c)
                    };
                    Sweep sweep =
                            new Sweep(
                                    w.batch(),
                                    w.filters(),
                                    w.channels(),
                                    slides[0],
                                    slides[1],
                                    slides[2]);
                    int depth =
                            slides[0].taps().length
                                    * slides[1].taps().length
                                    * slides[2].taps().length
                                    * filters;
                    if (!sweep.isEmpty()) {
                        run(
                                sweep,
                                g,
                                filters,
                                depth,
                                turned(w, slides, kernel, depth),
                                channels,
                                Epilogue.REPLACE,
                                dx);
                    }
                }
            }
        }
    }

    /// The kernel with filters and channels exchanged, for the taps that the slides use.
    private static Panels[] turned(Window w, Slide[] slides, float[] kernel, int depth) {
        int channels = w.channels() / w.groups();
        int filters = w.filters() / w.groups();
        float[] packed = Scratch.floats(Use.KERNEL, w.groups() * Panels.size(depth, channels));
        Panels[] panels = new Panels[w.groups()];
        for (int g = 0; g < w.groups(); g++) {
            panels[g] = Panels.packed(packed, g * Panels.size(depth, channels), depth, channels);
            int p = 0;
            for (int a : slides[0].numbers()) {
                for (int b : slides[1].numbers()) {
                    for (int c : slides[2].numbers()) {
                        int tap = (a * w.kernel()[1] + b) * w.kernel()[2] + c;
                        int at = tap * channels * w.filters() + g * filters;
                        panels[g].pack(
                                new Matrix(kernel, at, 1, w.filters()), p, filters, channels);
                        p += filters;
                    }
                }
            }
        }
        return panels;
    }

    /// One product per strip and group.
    ///
    /// @param channels of the source, per group
    /// @param columns of the target, per group
    private static void run(
            Sweep sweep,
            float[] x,
            int channels,
            int depth,
            Panels[] panels,
            int columns,
            Epilogue end,
            float[] out) {
        int[] rows = Scratch.ints(Use.ROWS, sweep.places());
        int[] taps = Scratch.ints(Use.TAPS, depth);
        int[] places = Scratch.ints(Use.PLACES, sweep.places());
        sweep.rows(rows);
        sweep.taps(taps, channels);
        sweep.places(places);
        long work = (long) sweep.places() * Math.max(1, depth) * columns * panels.length;
        Threads.forEach(
                sweep.strips(),
                (int) Math.max(1, Product.GRAIN / work),
                (from, to) -> {
                    float[] copy = Scratch.floats(Use.STRIP, sweep.copySize());
                    for (int s = from; s < to; s++) {
                        float[] a = sweep.source(s, x, copy);
                        int aAt = sweep.start(s);
                        int cAt = sweep.target(s);
                        int count = sweep.places(s);
                        for (int g = 0; g < panels.length; g++) {
                            Panels b = panels[g];
                            Tiles t =
                                    new Tiles(
                                            a, rows, taps, depth, b.data(), b.step(), out, places);
                            for (int j = 0; j < columns; j += Tiles.COLUMNS) {
                                int width = Math.min(Tiles.COLUMNS, columns - j);
                                int c = g * columns + j;
                                end.run(
                                        t,
                                        aAt + g * channels,
                                        0,
                                        count,
                                        b.of(j),
                                        cAt + c,
                                        c,
                                        width,
                                        true,
                                        true);
                            }
                        }
                    }
                });
    }

    /// The gradient by the kernel: the same product with both tables exchanged, so that it sums
    // over the places.
    ///
    /// Strips fall into a fixed number of parts with a sum each, which are added in order: the
    // result does not depend on
    /// who computed what.
    static void kernelGradient(Window w, float[] x, float[] g, float[] dk) {
        Sweep sweep = Sweep.forward(w);
        int size = w.taps() * w.channels() / w.groups() * w.filters();
        Arrays.fill(dk, 0, size, 0);
        if (sweep.isEmpty() || size == 0) {
            return;
        }
        int strips = sweep.strips();
        int parts = Math.clamp(PART_NUMBERS / size, 1, Math.min(PARTS, strips));
        int depth = w.taps() * w.channels() / w.groups();
        int shares = Math.clamp(depth / Tiles.ROWS, 1, (PARTS / 2 + parts - 1) / parts);
        float[] sums = Scratch.floats(Use.PARTS, (parts - 1) * size);
        Arrays.fill(sums, 0, (parts - 1) * size, 0);
        int[] rows = Scratch.ints(Use.ROWS, depth);
        int[] taps = Scratch.ints(Use.TAPS, sweep.places());
        int[] places = Scratch.steps(Use.PLACES, depth, w.filters());
        sweep.taps(rows, w.channels() / w.groups());
        sweep.rows(taps);
        Threads.forEach(
                parts * shares,
                (int) Math.max(1, Product.GRAIN / ((long) sweep.places() * size)),
                (from, to) -> {
                    float[] copy = Scratch.floats(Use.STRIP, sweep.copySize());
                    for (int item = from; item < to; item++) {
                        int part = item / shares;
                        int share = item % shares;
                        float[] sum = part == 0 ? dk : sums;
                        int at = part == 0 ? 0 : (part - 1) * size;
                        int first = depth / Tiles.ROWS * share / shares * Tiles.ROWS;
                        int last =
                                share == shares - 1
                                        ? depth
                                        : depth / Tiles.ROWS * (share + 1) / shares * Tiles.ROWS;
                        for (int s = strips * part / parts; s < strips * (part + 1) / parts; s++) {
                            float[] a = sweep.source(s, x, copy);
                            Tiles t =
                                    new Tiles(
                                            a,
                                            rows,
                                            taps,
                                            sweep.places(s),
                                            g,
                                            w.filters(),
                                            sum,
                                            places);
                            kernelStrip(w, sweep, s, t, first, last, at);
                        }
                    }
                });
        for (int part = 1; part < parts; part++) {
            Elementwise.fma(sums, (part - 1) * size, 1, dk, 0, size);
        }
    }

    private static void kernelStrip(
            Window w, Sweep sweep, int s, Tiles t, int first, int last, int at) {
        int channels = w.channels() / w.groups();
        int filters = w.filters() / w.groups();
        for (int group = 0; group < w.groups(); group++) {
            for (int j = 0; j < filters; j += Tiles.COLUMNS) {
                int width = Math.min(Tiles.COLUMNS, filters - j);
                int c = group * filters + j;
                int aAt = sweep.start(s) + group * channels;
                t.run(
                        aAt,
                        first,
                        last,
                        sweep.target(s) + c,
                        at + c,
                        width,
                        t.c(),
                        0,
                        Tiles.NO_FLOOR);
            }
        }
    }
}
