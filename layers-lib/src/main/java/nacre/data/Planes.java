package nacre.data;

import java.util.SplittableRandom;
import nacre.tensor.Shape;

/// Points of the plane in classes that a straight line cannot part. Neighbours in the list are of
/// different classes, so every piece of it has about as many of each.
final class Planes {
    private static final double TURNS = 1.25;

    private record Point(double x, double y) {}

    private interface Place {
        Point of(int number, SplittableRandom random);
    }

    private Planes() {}

    static DataSet moons(int n, double noise, long seed) {
        return points(
                n,
                2,
                noise,
                seed,
                (number, random) -> {
                    double angle = Math.PI * random.nextDouble();
                    double x = Math.cos(angle);
                    double y = Math.sin(angle);
                    return number == 0 ? new Point(x, y) : new Point(1 - x, 0.5 - y);
                });
    }

    static DataSet spirals(int n, int arms, double noise, long seed) {
        return points(
                n,
                Samples.atLeast(1, "arms", arms),
                noise,
                seed,
                (number, random) -> {
                    double radius = Math.sqrt(0.02 + 0.98 * random.nextDouble());
                    double angle = 2 * Math.PI * (TURNS * radius + (double) number / arms);
                    return new Point(radius * Math.cos(angle), radius * Math.sin(angle));
                });
    }

    static DataSet circles(int n, double noise, long seed) {
        return points(n, 2, noise, seed, (number, random) -> around(random, number == 0 ? 1 : 0.5));
    }

    private static Point around(SplittableRandom random, double radius) {
        double angle = 2 * Math.PI * random.nextDouble();
        return new Point(radius * Math.cos(angle), radius * Math.sin(angle));
    }

    static DataSet xor(int n, double noise, long seed) {
        return points(
                n,
                2,
                noise,
                seed,
                (number, random) -> {
                    double x = random.nextDouble();
                    double y = number == 0 ? random.nextDouble() : -random.nextDouble();
                    return random.nextBoolean() ? new Point(x, y) : new Point(-x, -y);
                });
    }

    static DataSet blobs(int n, int classes, double noise, long seed) {
        return points(
                n,
                Samples.atLeast(1, "classes", classes),
                noise,
                seed,
                (number, _) -> {
                    double angle = 2 * Math.PI * number / classes;
                    return new Point(Math.cos(angle), Math.sin(angle));
                });
    }

    private static DataSet points(int n, int classes, double noise, long seed, Place place) {
        Samples.atLeast(1, "n", n);
        return Samples.classes(
                n,
                seed,
                Shape.of(2),
                (index, random, x) -> {
                    int number = index % classes;
                    Point point = place.of(number, random);
                    x[0] = (float) (point.x + noise * random.nextGaussian());
                    x[1] = (float) (point.y + noise * random.nextGaussian());
                    return number;
                });
    }
}
