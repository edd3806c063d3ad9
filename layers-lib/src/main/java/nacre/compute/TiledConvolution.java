package nacre.compute;

import java.util.Arrays;
import nacre.compute.Scratch.Use;
import org.jspecify.annotations.Nullable;

/// Convolutions as products in tiles: a table says where the window of each place begins, another
/// where its taps lie, so no image is ever unrolled into a matrix.
///
/// A depthwise convolution is the same with columns kept apart; it has as many channels as filters
/// here, and one group.
final class TiledConvolution implements Depthwise.Loops {
    private final Window w;
    private final boolean apart;

    /// Channels and filters of one group; a place's taps are `taps × channels`.
    private final int channels;

    private final int filters;

    private TiledConvolution(Window w, boolean apart) {
        this.w = w;
        this.apart = apart;
        channels = apart ? 1 : w.channels() / w.groups();
        filters = w.filters() / w.groups();
    }

    static TiledConvolution mixing(Window w) {
        return new TiledConvolution(w, false);
    }

    static TiledConvolution apart(Window w) {
        return new TiledConvolution(w, true);
    }

    @Override
    public void forward(float[] x, float[] kernel, float[] out) {
        forward(x, kernel, Epilogue.REPLACE, out);
    }

    void forward(float[] x, float[] kernel, Epilogue end, float[] out) {
        Sweep sweep = Sweep.forward(w, 1);
        forward(sweep, x, kernel, end, new StripTarget.Direct(sweep, out));
    }

    /// The convolution and the largest of each window of its result, `high × wide` places; these
    /// divide the sizes of the result.
    void forwardMaxPool(
            float[] x,
            float[] kernel,
            float @Nullable [] bias,
            @Nullable Unary f,
            int high,
            int wide,
            float[] out) {
        Sweep sweep = Sweep.forward(w, high);
        var target = MaxPooledStrips.of(w, sweep, high, wide, f, out);
        forward(sweep, x, kernel, new Epilogue(false, bias, null), target);
    }

    private void forward(Sweep sweep, float[] x, float[] kernel, Epilogue end, StripTarget target) {
        int depth = w.taps() * channels;
        Panels[] panels = new Panels[w.groups()];
        boolean pack = filters > Tiles.COLUMNS && !apart;
        int size = Panels.size(depth, filters);
        float[] packed = pack ? Scratch.floats(Use.KERNEL, w.groups() * size) : kernel;
        for (int g = 0; g < w.groups(); g++) {
            Matrix b = new Matrix(kernel, g * filters, w.filters(), 1);
            panels[g] = Panels.inPlace(b);
            if (pack) {
                panels[g] = Panels.packed(packed, g * size, depth, filters);
                panels[g].pack(b, 0, depth, filters);
            }
        }
        run(sweep, x, channels, depth, panels, filters, end, target);
    }

    /// The gradient by the input, one residue of the strides after another; see [Slide#backward].
    @Override
    public void inputGradient(float[] g, float[] kernel, float[] dx) {
        for (int a = 0; a < w.strides()[0]; a++) {
            for (int b = 0; b < w.strides()[1]; b++) {
                for (int c = 0; c < w.strides()[2]; c++) {
                    Slide[] s = {
                        Slide.backward(w, 0, a), Slide.backward(w, 1, b), Slide.backward(w, 2, c)
                    };
                    Sweep sweep = new Sweep(w.batch(), w.filters(), w.channels(), s[0], s[1], s[2]);
                    int sources = apart ? 1 : filters;
                    int columns = apart ? filters : channels;
                    int depth =
                            s[0].taps().length * s[1].taps().length * s[2].taps().length * sources;
                    if (!sweep.isEmpty()) {
                        Panels[] turned = turned(s, kernel, depth, columns);
                        var target = new StripTarget.Direct(sweep, dx);
                        run(sweep, g, sources, depth, turned, columns, Epilogue.REPLACE, target);
                    }
                }
            }
        }
    }

    /// The kernel with filters and channels exchanged, for the taps that the slides use.
    private Panels[] turned(Slide[] slides, float[] kernel, int depth, int columns) {
        int size = Panels.size(depth, columns);
        float[] packed = Scratch.floats(Use.KERNEL, w.groups() * size);
        Panels[] panels = new Panels[w.groups()];
        for (int g = 0; g < w.groups(); g++) {
            panels[g] = Panels.packed(packed, g * size, depth, columns);
            int p = 0;
            for (int a : slides[0].numbers()) {
                for (int b : slides[1].numbers()) {
                    for (int c : slides[2].numbers()) {
                        int tap = (a * w.kernel()[1] + b) * w.kernel()[2] + c;
                        int at = tap * channels * w.filters() + g * filters;
                        int rows = apart ? 1 : filters;
                        Matrix part = new Matrix(kernel, at, 1, apart ? 1 : w.filters());
                        panels[g].pack(part, p, rows, columns);
                        p += rows;
                    }
                }
            }
        }
        return panels;
    }

    /// One product per strip and group.
    ///
    /// @param sources channels of the source, per group
    /// @param columns channels of the target, per group
    private void run(
            Sweep sweep,
            float[] x,
            int sources,
            int depth,
            Panels[] panels,
            int columns,
            Epilogue end,
            StripTarget target) {
        int[] rows = Scratch.ints(Use.ROWS, sweep.places());
        int[] taps = Scratch.ints(Use.TAPS, depth);
        int[] places = Scratch.ints(Use.PLACES, sweep.places());
        sweep.rows(rows);
        sweep.taps(taps, sources);
        target.places(places);
        long work = (long) sweep.places() * Math.max(1, depth) * columns * panels.length;
        Threads.forEach(
                sweep.strips(),
                (int) Math.max(1, Product.GRAIN / work),
                (from, to) -> {
                    float[] copy = Scratch.floats(Use.STRIP, sweep.copySize());
                    float[] out = target.array();
                    for (int s = from; s < to; s++) {
                        float[] a = sweep.source(s, x, copy);
                        int cAt = target.at(s);
                        int count = sweep.places(s);
                        for (int g = 0; g < panels.length; g++) {
                            Panels b = panels[g];
                            Tiles t =
                                    new Tiles(
                                            a, rows, taps, depth, b.data(), b.step(), out, places,
                                            apart);
                            int aAt = sweep.start(s) + g * sources;
                            group(t, b, aAt, count, cAt, g * columns, columns, end);
                        }
                        target.finish(s);
                    }
                });
    }

    /// One group of a strip, whose filters begin at `first`.
    private void group(
            Tiles t, Panels b, int aAt, int count, int cAt, int first, int columns, Epilogue end) {
        if (PackedStrip.pays(t, count, columns)) {
            PackedStrip.run(t, b, aAt, count, cAt + first, first, columns, end);
            return;
        }
        for (int j = 0; j < columns; j += Tiles.COLUMNS) {
            int width = Math.min(Tiles.COLUMNS, columns - j);
            int from = aAt + (apart ? j : 0);
            int c = first + j;
            end.run(t, from, 0, count, b.of(j), cAt + c, c, width, true, true);
        }
    }

    /// The gradient by the kernel: the same product with both tables exchanged, so that it sums
    /// over the places.
    @Override
    public void kernelGradient(float[] x, float[] g, float[] dk) {
        Sweep sweep = Sweep.forward(w, 1);
        int depth = w.taps() * channels;
        int size = depth * w.filters();
        Arrays.fill(dk, 0, size, 0);
        if (sweep.isEmpty() || size == 0) {
            return;
        }
        int[] rows = Scratch.ints(Use.ROWS, depth);
        int[] taps = Scratch.ints(Use.TAPS, sweep.places());
        int[] places = Scratch.steps(Use.PLACES, depth, w.filters());
        sweep.taps(rows, channels);
        sweep.rows(taps);
        PartSums.add(
                sweep.strips(),
                depth / Tiles.ROWS,
                (long) sweep.places() * size,
                dk,
                size,
                (strips, share, sum, at) -> {
                    float[] copy = Scratch.floats(Use.STRIP, sweep.copySize());
                    int first = share.from(depth);
                    int last = share.to(depth);
                    for (int s = strips.from(sweep.strips()); s < strips.to(sweep.strips()); s++) {
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
                                        places,
                                        apart);
                        kernelStrip(sweep, s, t, first, last, at);
                    }
                });
    }

    private void kernelStrip(Sweep sweep, int s, Tiles t, int first, int last, int at) {
        for (int group = 0; group < w.groups(); group++) {
            for (int j = 0; j < filters; j += Tiles.COLUMNS) {
                int width = Math.min(Tiles.COLUMNS, filters - j);
                int c = group * filters + j;
                int aAt = sweep.start(s) + (apart ? j : group * channels);
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
