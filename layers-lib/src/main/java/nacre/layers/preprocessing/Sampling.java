package nacre.layers.preprocessing;

import nacre.tensor.Resampling;
import nacre.tensor.Shape;
import nacre.tensor.Tensor;

/// How pixels are taken from places that lie between pixels, or outside.
///
/// @param interpolation nearest or bilinear
/// @param fill what lies outside
/// @param value the colour outside, if it is constant
record Sampling(Resampling interpolation, FillMode fill, float value) {

    /// Where a pixel of the result comes from.
    interface Source {
        /// The place of the original, `{x, y}`, for pixel `(x, y)` of image `i`.
        double[] place(int i, int x, int y);
    }

    /// Images `(batch, height, width, channels)` whose pixels come from elsewhere.
    Tensor sample(Tensor x, Source source) {
        boolean nearest = interpolation == Resampling.NEAREST;
        int corners = nearest ? 1 : 4;
        int places = x.dim(0) * x.dim(1) * x.dim(2);
        float[][] rows = new float[corners][places];
        float[][] weights = new float[corners][places];
        float[] outside = new float[places];
        for (int at = 0; at < places; at++) {
            int i = at / (x.dim(1) * x.dim(2));
            double[] from = source.place(i, at % x.dim(2), at / x.dim(2) % x.dim(1));
            int left = (int) Math.floor(nearest ? from[0] + 0.5 : from[0]);
            int top = (int) Math.floor(nearest ? from[1] + 0.5 : from[1]);
            for (int corner = 0; corner < corners; corner++) {
                int right = corner & 1;
                int below = corner >> 1;
                double near = share(from[0] - left, right) * share(from[1] - top, below);
                float share = nearest ? 1 : (float) near;
                int px = fill.place(left + right, x.dim(2));
                int py = fill.place(top + below, x.dim(1));
                if (px < 0 || py < 0) {
                    outside[at] += share * value;
                } else {
                    rows[corner][at] = (i * x.dim(1) + py) * x.dim(2) + px;
                    weights[corner][at] = share;
                }
            }
        }
        return gather(x, rows, weights).add(Tensor.of(outside, x.dim(0), x.dim(1), x.dim(2), 1));
    }

    private static double share(double way, int second) {
        return second == 1 ? way : 1 - way;
    }

    private static Tensor gather(Tensor x, float[][] rows, float[][] weights) {
        Shape shape = x.shape();
        Tensor pixels = x.reshape(rows[0].length, shape.last());
        Tensor sum = Tensor.of(0);
        for (int corner = 0; corner < rows.length; corner++) {
            sum =
                    sum.add(
                            pixels.rows(Tensor.of(rows[corner]))
                                    .mul(Tensor.of(weights[corner], rows[corner].length, 1)));
        }
        return sum.reshape(shape);
    }

    /// Images of which `x' = a·x + b·y + c`, `y' = d·x + e·y + f` is the place each pixel comes
    /// from; a row `a … f` each.
    Tensor affine(Tensor x, float[][] rows) {
        return sample(
                x,
                (i, px, py) -> {
                    float[] m = rows[i];
                    // in floats, so that places halfway between two pixels fall as in Keras
                    return new double[] {
                        m[0] * px + m[1] * py + m[2], m[3] * px + m[4] * py + m[5]
                    };
                });
    }
}
