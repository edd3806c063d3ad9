package nacre.layers.preprocessing;

import nacre.layers.Arguments;
import nacre.tensor.RandomStream;
import nacre.tensor.Resampling;
import nacre.tensor.Shape;
import nacre.tensor.Tensor;
import org.ejml.simple.SimpleMatrix;

/// Shows some images as if they were seen from the side: moves their corners.
///
/// `(batch, height, width, channels) → (batch, height, width, channels)`
///
/// ```java
/// new RandomPerspective().outputShape(Shape.batch(32, 32, 3))   // (None, 32, 32, 3)
/// ```
///
/// Source: [Keras,
/// RandomPerspective](https://keras.io/api/layers/preprocessing_layers/image_augmentation/random_perspective/).
public final class RandomPerspective extends Augmentation<RandomPerspective> {
    private Range factor = Range.of(0, 1);
    private double scale = 1;
    private Resampling interpolation = Resampling.BILINEAR;
    private double fillValue;

    /// How likely an image is changed: drawn from 0 to `factor`; default 1.
    public RandomPerspective factor(double most) {
        return factor(Range.of(most));
    }

    /// How likely an image is changed: drawn from a range.
    public RandomPerspective factor(double low, double high) {
        return factor(Range.of(low, high));
    }

    RandomPerspective factor(Range range) {
        return set("factor", () -> factor = range.factor("factor", 0, 1));
    }

    /// How far corners move at most, 1 is half of the image; default 1.
    public RandomPerspective scale(double share) {
        Arguments.share("scale", share);
        return set("scale", () -> scale = share);
    }

    /// How colours between pixels are found: `bilinear` (default) or `nearest`.
    public RandomPerspective interpolation(String name) {
        return set(
                "interpolation", () -> interpolation = GeometricAugmentation.interpolationOf(name));
    }

    /// The colour outside of an image; default 0.
    public RandomPerspective fillValue(double value) {
        return set("fillValue", () -> fillValue = value);
    }

    @Override
    Tensor edges(Tensor edges, Shape images, boolean training) {
        throw noBoxes();
    }

    @Override
    Tensor vary(Tensor x, RandomStream random) {
        Tensor moves = random.uniform(Shape.of(x.dim(0), 4, 2), -0.5 * scale, 0.5 * scale);
        float[][] planes = new float[x.dim(0)][];
        for (int i = 0; i < planes.length; i++) {
            planes[i] = plane(x.dim(2) - 1, x.dim(1) - 1, moves.at(0, i));
        }
        Tensor seen =
                new Sampling(interpolation, FillMode.CONSTANT, (float) fillValue)
                        .sample(x, (i, px, py) -> project(planes[i], px, py));
        return seen.where(chosen(x, random, factor), x);
    }

    private static double[] project(float[] p, int x, int y) {
        double depth = (double) p[6] * x + p[7] * y + 1;
        return new double[] {
            (p[0] * x + p[1] * y + p[2]) / depth, (p[3] * x + p[4] * y + p[5]) / depth
        };
    }

    /// The projection that takes the moved corners back to where they were: eight unknowns, two
    /// equations for each. A picture of a single row or column has no corners to move.
    private static float[] plane(float right, float bottom, Tensor moves) {
        if (right == 0 || bottom == 0) {
            return new float[] {1, 0, 0, 0, 1, 0, 0, 0};
        }
        float[][] corners = {{0, 0}, {right, 0}, {0, bottom}, {right, bottom}};
        var equations = new SimpleMatrix(8, 8);
        var places = new SimpleMatrix(8, 1);
        for (int i = 0; i < 4; i++) {
            double x = corners[i][0];
            double y = corners[i][1];
            double newX = x + x * moves.get(i, 0);
            double newY = y + y * moves.get(i, 1);
            equations.setRow(2 * i, 0, newX, newY, 1, 0, 0, 0, -x * newX, -x * newY);
            equations.setRow(2 * i + 1, 0, 0, 0, 0, newX, newY, 1, -y * newX, -y * newY);
            places.set(2 * i, x);
            places.set(2 * i + 1, y);
        }
        SimpleMatrix solved = equations.solve(places);
        float[] plane = new float[8];
        for (int i = 0; i < 8; i++) {
            plane[i] = (float) solved.get(i);
        }
        return plane;
    }
}
