package nacre.layers.preprocessing;

import java.util.Arrays;
import nacre.tensor.RandomStream;
import nacre.tensor.Shape;
import nacre.tensor.Tensor;

/// Rectangles at random places of images.
final class Boxes {
    private Boxes() {}

    /// 1 inside a rectangle for each image, `(batch, height, width, 1)`; its sides are shares
    /// `(batch)` of the image's.
    static Tensor masks(Tensor images, Tensor heightShare, Tensor widthShare, RandomStream random) {
        int n = images.dim(0);
        int height = images.dim(1);
        int width = images.dim(2);
        float[] mask = new float[n * height * width];
        float[] tall = heightShare.data();
        float[] wide = widthShare.data();
        float[] x = random.uniform(Shape.of(n), 0, 1).data();
        float[] y = random.uniform(Shape.of(n), 0, 1).data();
        for (int at = 0; at < mask.length; at++) {
            int i = at / (height * width);
            mask[at] =
                    inside(at % width, x[i], wide[i], width)
                                    && inside(at / width % height, y[i], tall[i], height)
                            ? 1
                            : 0;
        }
        return Tensor.wrap(mask, Shape.of(n, height, width, 1));
    }

    /// Boxes `(batch, boxes, 4)`, as edges, where the affine map of [Sampling] takes them: the
    /// smallest upright boxes around their corners, cut at the edge of the image.
    static Tensor moved(Tensor edges, float[][] rows, Shape images) {
        float[] from = edges.toArray();
        float[] to = new float[from.length];
        int perImage = from.length / Math.max(1, rows.length);
        for (int box = 0; box < from.length; box += 4) {
            float[] m = rows[box / perImage];
            float area = m[0] * m[4] - m[1] * m[3];
            float left = Float.POSITIVE_INFINITY;
            float top = Float.POSITIVE_INFINITY;
            float right = Float.NEGATIVE_INFINITY;
            float bottom = Float.NEGATIVE_INFINITY;
            for (int corner = 0; corner < 4; corner++) {
                float u = from[box + 2 * (corner & 1)] - m[2];
                float v = from[box + 1 + (corner & 2)] - m[5];
                float x = (m[4] * u - m[1] * v) / area;
                float y = (m[0] * v - m[3] * u) / area;
                left = Math.min(left, x);
                top = Math.min(top, y);
                right = Math.max(right, x);
                bottom = Math.max(bottom, y);
            }
            to[box] = Math.clamp(left, 0, images.dim(2));
            to[box + 1] = Math.clamp(top, 0, images.dim(1));
            to[box + 2] = Math.clamp(right, 0, images.dim(2));
            to[box + 3] = Math.clamp(bottom, 0, images.dim(1));
        }
        return Tensor.wrap(to, edges.shape());
    }

    /// Boxes in a part of the image that starts at a place, and that is then stretched.
    static Tensor cut(Tensor edges, Shape images, Region part, int height, int width) {
        var row =
                new float[] {
                    part.width() / (float) width,
                    0,
                    part.left(),
                    0,
                    part.height() / (float) height,
                    part.top()
                };
        var rows = new float[images.dim(0)][];
        Arrays.fill(rows, row);
        return moved(edges, rows, Shape.of(images.dim(0), height, width, images.dim(3)));
    }

    private static boolean inside(int place, float start, float share, int size) {
        float length = share * size;
        float from = start * (size - length);
        return place >= from && place < from + length;
    }
}
