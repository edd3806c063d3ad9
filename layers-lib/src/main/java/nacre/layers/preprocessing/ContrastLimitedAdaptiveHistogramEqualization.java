package nacre.layers.preprocessing;

import static nacre.layers.Arguments.perAxis;

import nacre.layers.Pass;
import nacre.tensor.RandomStream;
import nacre.tensor.Shape;
import nacre.tensor.Tensor;

/// Equalizes brightness tile by tile, with a limit so that noise is not amplified (CLAHE); also at
/// inference.
///
/// `(batch, height, width, channels) → (batch, height, width, channels)`
///
/// ```java
/// new ContrastLimitedAdaptiveHistogramEqualization().outputShape(Shape.batch(32, 32, 3))   // (None, 32, 32, 3)
/// ```
///
/// Source: Zuiderveld, Contrast limited adaptive histogram equalization (1994).
public final class ContrastLimitedAdaptiveHistogramEqualization
        extends ColorAugmentation<ContrastLimitedAdaptiveHistogramEqualization> {
    private double clipLimit = 4;
    private int[] tileGridSize = {8, 8};

    /// How many times its even share a brightness may have; default 4, 0: no limit.
    public ContrastLimitedAdaptiveHistogramEqualization clipLimit(double limit) {
        return set("clipLimit", () -> clipLimit = limit);
    }

    /// Into how many tiles height and width fall; default 8 and 8.
    public ContrastLimitedAdaptiveHistogramEqualization tileGridSize(int... tiles) {
        return set("tileGridSize", () -> tileGridSize = perAxis("tileGridSize", 2, tiles));
    }

    @Override
    Tensor images(Tensor x, Pass pass) {
        return x.isGhost() ? x : vary(x, pass.random());
    }

    @Override
    Tensor vary(Tensor x, RandomStream random) {
        Tensor planes = from(x, 255).moveAxis(3, 1);
        float[] result = new float[planes.size()];
        int height = x.dim(1);
        int width = x.dim(2);
        for (int plane = 0; plane < x.dim(0) * x.dim(3); plane++) {
            var tiles =
                    new TileEqualizer(height, width, tileGridSize[0], tileGridSize[1], clipLimit);
            tiles.equalize(planes.data(), plane * height * width, result);
        }
        Shape shape = planes.shape();
        return back(Tensor.wrap(result, shape).moveAxis(1, 3), 255);
    }

    @Override
    boolean hasSeed() {
        return false;
    }
}
