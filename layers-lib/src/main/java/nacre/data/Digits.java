package nacre.data;

import java.util.List;
import java.util.SplittableRandom;
import nacre.tensor.Shape;

/// Digits as a hand draws them: each time with another slant, size, pen and wobble.
///
/// A digit begins as the path of a pen in [Glyphs]. Its points shake a little, the whole is turned,
/// slanted, stretched and moved, and [Pen] draws it on 28 × 28 pixels.
final class Digits {
    static final int SIZE = 28;

    private static final double SHAKE = 0.034; // of the height of a digit
    private static final double TURN = 0.13; // radians
    private static final double SLANT = 0.2;
    private static final double SHIFT = 1.5; // pixels

    private Digits() {}

    static DataSet drawn(int n, long seed) {
        Samples.atLeast(1, "n", n);
        return Samples.classes(
                n,
                seed,
                Shape.of(SIZE, SIZE, 1),
                (_, random, x) -> {
                    int digit = random.nextInt(10);
                    draw(digit, random, x);
                    return digit;
                });
    }

    static void draw(int digit, SplittableRandom random, float[] pixels) {
        double thickness = random.nextDouble(0.7, 1.75);
        double ink = random.nextDouble(0.8, 1);
        var pen = new Pen(pixels, SIZE, thickness, ink);
        List<Glyphs.Stroke> ways = Glyphs.someWay(digit, random);
        Hand hand = Hand.some(random);
        for (Glyphs.Stroke stroke : ways) {
            var points = new double[stroke.points().length][];
            for (int i = 0; i < points.length; i++) {
                points[i] = hand.place(shaken(stroke.points()[i], random));
            }
            pen.draw(stroke.isRound() ? Curve.through(points) : points);
        }
    }

    private static double[] shaken(double[] point, SplittableRandom random) {
        return new double[] {
            point[0] + SHAKE * random.nextGaussian(), point[1] + SHAKE * random.nextGaussian()
        };
    }

    /// How one writer turns, slants, stretches and places a digit.
    private record Hand(
            double cos, double sin, double slant, double wide, double high, double x, double y) {

        static Hand some(SplittableRandom random) {
            double turn = TURN * random.nextGaussian();
            return new Hand(
                    Math.cos(turn),
                    Math.sin(turn),
                    SLANT * random.nextGaussian(),
                    SIZE * random.nextDouble(0.6, 0.95),
                    SIZE * random.nextDouble(0.72, 0.95),
                    SIZE / 2.0 + SHIFT * random.nextGaussian(),
                    SIZE / 2.0 + SHIFT * random.nextGaussian());
        }

        /// From the unit square of the glyphs to pixels.
        double[] place(double[] point) {
            double up = point[1] - 0.5;
            double across = point[0] - 0.5 - slant * up;
            double px = across * wide;
            double py = up * high;
            return new double[] {x + cos * px - sin * py, y + sin * px + cos * py};
        }
    }
}
