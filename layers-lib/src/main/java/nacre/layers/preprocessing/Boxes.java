package nacre.layers.preprocessing;

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

    private static boolean inside(int place, float start, float share, int size) {
        float length = share * size;
        float from = start * (size - length);
        return place >= from && place < from + length;
    }
}
