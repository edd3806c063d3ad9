package nacre.compute;

import java.util.Arrays;
import nacre.compute.Scratch.Use;
import org.jspecify.annotations.Nullable;

/// Brings numbers to mean 0 and deviation 1, then stretches and shifts them; batch, group, layer
/// and RMS normalisation are one thing here.
///
/// `y = (x − mean) / √(variance + epsilon) · gamma + beta`
///
/// The numbers lie as `blocks × rows × channels`. The channels of a block fall into groups of
/// `together` neighbours, and each group has one mean and one variance over all rows of its block:
///
/// | normalisation | blocks | rows | together |
/// |---|---|---|---|
/// | batch | 1 | batch · places | 1 |
/// | group | batch | places | channels / groups |
/// | layer, RMS | batch | 1 | channels |
///
/// Why it is fast: what is done to a channel (take away, multiply, add) is worked out once for a
/// block, so that each pass over the numbers is one loop; a block that fits the cache is read from
/// memory once. The loops and their plain twins are in [VectorNormalize] and [PlainNormalize].
///
/// @param by whose mean and variance count
/// @param epsilon a small number against division by 0
public record Normalize(int blocks, int rows, int channels, int together, By by, float epsilon) {
    /// Where means and variances come from.
    public enum By {
        /// They are those of the numbers.
        OWN,
        /// The mean counts as 0, as in RMS normalisation.
        SQUARES,
        /// They are known before, such as averages kept from training.
        GIVEN
    }

    private static final NormalizeLoops LOOPS =
            Vectors.ON ? new VectorNormalize() : new PlainNormalize();

    /// Rows whose sum is taken before it is added to that of others: keeps errors small.
    private static final int BLOCK = 64;

    /// Rows of a thread's table, `channels` long each: what is done to a channel, and sums over it.
    private static final int TABLE = 6;

    /// How many means there are, and variances.
    public int statistics() {
        return blocks * (channels / Math.max(1, together));
    }

    private int block() {
        return rows * channels;
    }

    /// Normalises `x` into `y`.
    ///
    /// @param gamma a number for each channel, or null for 1
    /// @param beta a number for each channel, or null for 0
    /// @param means of each group of each block: to be filled in, unless they are given
    /// @param variances the same
    public void forward(
            float[] x,
            float @Nullable [] gamma,
            float @Nullable [] beta,
            float[] means,
            float[] variances,
            float[] y) {
        if (block() == 0) {
            if (by != By.GIVEN) {
                Arrays.fill(means, Float.NaN); // of no numbers at all
                Arrays.fill(variances, Float.NaN);
            }
            return;
        }
        if (isByRow()) {
            var each = new NormalizeRows(channels, by, epsilon);
            Threads.forEach(
                    blocks,
                    grain(),
                    (from, to) -> {
                        float[] t = each.table();
                        fill(gamma, 1, t, 0);
                        fill(beta, 0, t, channels);
                        each.forward(from, to, x, t, means, variances, y);
                    });
            return;
        }
        Threads.forEach(
                blocks,
                grain(),
                (from, to) -> {
                    float[] t = Scratch.floats(Use.CHANNELS, TABLE * channels);
                    for (int b = from; b < to; b++) {
                        if (by != By.GIVEN) {
                            statistics(x, b, t, means, variances);
                        }
                        fillMeans(b, means, t);
                        int scale = channels;
                        int shift = 2 * channels;
                        fill(gamma, 1, t, scale);
                        fill(beta, 0, t, shift);
                        for (int c = 0; c < channels; c += together) {
                            times(t, scale + c, inverse(variances[group(b, c)]));
                        }
                        int at = b * block();
                        rows((r, n) -> LOOPS.apply(x, at + r * channels, n, channels, t, y));
                    }
                });
    }

    /// The mean of each channel goes to the head of the table.
    private void fillMeans(int b, float[] means, float[] t) {
        for (int c = 0; c < channels; c += together) {
            Arrays.fill(t, c, c + together, means[group(b, c)]);
        }
    }

    /// The mean and the variance of each group of a block.
    ///
    /// The numbers are read from memory once: the squares of some rows are taken around their own
    /// mean, while they are in the nearest cache. What is missing then is the square of the
    /// distance of that mean from the mean of all, once for each of these rows.
    private void statistics(float[] x, int b, float[] t, float[] means, float[] variances) {
        int at = b * block();
        int sums = channels;
        int squares = 2 * channels;
        float[] some = Scratch.floats(Use.MEANS, Math.ceilDiv(rows, BLOCK) * channels);
        sum(
                t,
                squares,
                rows,
                channels,
                (r, n, s, to) ->
                        LOOPS.spread(
                                x,
                                at + r * channels,
                                n,
                                channels,
                                some,
                                r / BLOCK * channels,
                                s,
                                to));
        ofMeans(t, sums, (r, n, s, to) -> LOOPS.sums(some, r * channels, n, channels, s, to));
        for (int c = 0; c < channels; c += together) {
            means[group(b, c)] = by == By.OWN ? mean(t, sums + c) : 0;
        }
        fillMeans(b, means, t);
        ofMeans(t, sums, (r, n, s, to) -> LOOPS.squares(some, r * channels, n, channels, t, s, to));
        Elementwise.Part.fma(t, sums, 1, t, squares, channels);
        for (int c = 0; c < channels; c += together) {
            variances[group(b, c)] = mean(t, squares + c);
        }
    }

    /// Sums over the means of some rows each, as often as there are rows.
    private void ofMeans(float[] t, int at, Sums body) {
        int whole = rows / BLOCK;
        sum(t, at, whole, channels, body);
        Elementwise.Part.scalar(Binary.MUL, t, at, BLOCK, t, at, channels);
        if (rows > whole * BLOCK) {
            float[] last = Scratch.floats(Use.ROW, channels);
            Arrays.fill(last, 0, channels, 0);
            body.add(whole, 1, last, 0);
            Elementwise.Part.fma(last, 0, rows - whole * BLOCK, t, at, channels);
        }
    }

    /// Goes back, from the gradient `g` by the result to the one by `x`, by gamma and by beta.
    ///
    /// With `x̂ = (x − mean) · inverse` and `h = g · gamma`: `dx = inverse · (h − mean(h) − x̂ ·
    /// mean(h · x̂))`; the second term is there only with [By#OWN] means, the third not with
    /// [By#GIVEN] ones.
    ///
    /// @param byScale the gradients by gamma and, behind them, by beta: to be filled in
    public void backward(
            float[] x,
            float @Nullable [] gamma,
            float[] means,
            float[] variances,
            float[] g,
            float[] dx,
            float[] byScale) {
        Arrays.fill(byScale, 0);
        if (block() == 0 || blocks == 0) {
            return;
        }
        if (blocks == 1) {
            back(x, 0, gamma, means, variances, g, dx, byScale, 0);
            return;
        }
        PartSums.add(
                blocks,
                1,
                4L * block(),
                byScale,
                byScale.length,
                (some, _, sum, at) -> {
                    if (isByRow()) {
                        var each = new NormalizeRows(channels, by, epsilon);
                        float[] t = each.table();
                        fill(gamma, 1, t, 0);
                        int from = some.from(blocks);
                        int to = some.to(blocks);
                        each.back(from, to, x, t, means, variances, g, dx, sum, at);
                        return;
                    }
                    for (int b = some.from(blocks); b < some.to(blocks); b++) {
                        back(x, b, gamma, means, variances, g, dx, sum, at);
                    }
                });
    }

    private void back(
            float[] x,
            int b,
            float @Nullable [] gamma,
            float[] means,
            float[] variances,
            float[] g,
            float[] dx,
            float[] byScale,
            int to) {
        float[] t = Scratch.floats(Use.CHANNELS, TABLE * channels);
        int scale = channels;
        int slope = 2 * channels;
        int shift = 3 * channels;
        int sums = 4 * channels; // of g · (x − mean), then of g
        int at = b * block();
        fillMeans(b, means, t);
        sum(
                t,
                sums,
                rows,
                2 * channels,
                (r, n, s, so) -> LOOPS.slopes(x, g, at + r * channels, n, channels, t, s, so));
        fill(gamma, 1, t, scale);
        for (int first = 0; first < channels; first += together) {
            float inverse = inverse(variances[group(b, first)]);
            double count = (double) rows * together;
            double hx = LOOPS.dot(t, scale + first, sums + first, together) / count;
            double h = LOOPS.dot(t, scale + first, sums + channels + first, together) / count;
            float bySlope = by == By.GIVEN ? 0 : (float) (-hx * inverse * inverse * inverse);
            Arrays.fill(t, slope + first, slope + first + together, bySlope);
            float byShift = by == By.OWN ? (float) (-h * inverse) : 0;
            Arrays.fill(t, shift + first, shift + first + together, byShift);
            times(t, scale + first, inverse);
            Elementwise.Part.fma(t, sums + first, inverse, byScale, to + first, together);
        }
        Elementwise.Part.fma(t, sums + channels, 1, byScale, to + channels, channels);
        rows((r, n) -> LOOPS.back(x, g, at + r * channels, n, channels, t, dx));
    }

    /// Whether each row has a mean and a variance of its own.
    private boolean isByRow() {
        return rows == 1 && together == channels && by != By.GIVEN;
    }

    private int group(int b, int c) {
        return (b * channels + c) / together;
    }

    private float inverse(float variance) {
        return (float) (1 / Math.sqrt((double) variance + epsilon));
    }

    private float mean(float[] sums, int from) {
        double sum = LOOPS.sum(sums, from, together);
        return (float) (sum / ((double) rows * together));
    }

    /// Multiplies the numbers of a group.
    private void times(float[] t, int from, float factor) {
        Elementwise.Part.scalar(Binary.MUL, t, from, factor, t, from, together);
    }

    private void fill(float @Nullable [] numbers, float otherwise, float[] t, int at) {
        if (numbers == null) {
            Arrays.fill(t, at, at + channels, otherwise);
        } else {
            System.arraycopy(numbers, 0, t, at, channels);
        }
    }

    // --- sharing the work: blocks, if there are several, else the rows of the only one

    private int grain() {
        return Math.max(1, Elementwise.GRAIN / Math.max(1, block()));
    }

    private interface Rows {
        void run(int first, int count);
    }

    private void rows(Rows body) {
        if (blocks > 1) {
            body.run(0, rows);
            return;
        }
        int grain = Math.max(1, Elementwise.GRAIN / channels);
        Threads.forEach(rows, grain, (from, to) -> body.run(from, to - from));
    }

    private interface Sums {
        void add(int first, int count, float[] sum, int to);
    }

    /// Sums over `rows`, `size` numbers from `t[at]` on; `body` gets up to [#BLOCK] rows at a time.
    private void sum(float[] t, int at, int rows, int size, Sums body) {
        int pieces = Math.ceilDiv(rows, BLOCK);
        if (blocks > 1 || pieces <= 1) {
            Arrays.fill(t, at, at + size, 0);
            add(0, pieces, rows, t, at, size, body);
            return;
        }
        float[] sum = Scratch.floats(Use.ROW, size);
        Arrays.fill(sum, 0, size, 0);
        PartSums.add(
                pieces,
                1,
                4L * channels * BLOCK,
                sum,
                size,
                (some, _, s, to) ->
                        add(some.from(pieces), some.to(pieces), rows, s, to, size, body));
        System.arraycopy(sum, 0, t, at, size);
    }

    private static void add(int from, int to, int rows, float[] sum, int at, int size, Sums body) {
        float[] some = Scratch.floats(Use.BLOCK, size);
        for (int r = from * BLOCK; r < Math.min(rows, to * BLOCK); r += BLOCK) {
            Arrays.fill(some, 0, size, 0);
            body.add(r, Math.min(BLOCK, rows - r), some, 0);
            Elementwise.Part.fma(some, 0, 1, sum, at, size);
        }
    }
}
