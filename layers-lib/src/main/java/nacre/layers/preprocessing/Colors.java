package nacre.layers.preprocessing;

import java.util.List;
import nacre.tensor.Tensor;

/// Colours as hue, saturation and value, and as grey, of images `(…, 3)` with values from 0 to 1.
final class Colors {
    private Colors() {}

    /// How bright an eye sees each colour: `(…, 3) → (…, 1)`; images without colours stay.
    static Tensor grey(Tensor rgb) {
        int channels = rgb.shape().last();
        if (channels == 1) {
            return rgb;
        }
        check(rgb);
        return rgb.mul(Tensor.of(new float[] {0.2989f, 0.5870f, 0.1140f})).sumKeep(-1);
    }

    private static void check(Tensor rgb) {
        if (rgb.shape().last() != 3) {
            throw new IllegalArgumentException(
                    "Colours need images with 3 channels, red, green and blue; got "
                            + rgb.shape()
                            + ".");
        }
    }

    /// Hue, saturation and value, each from 0 to 1, from red, green and blue.
    static List<Tensor> hsv(Tensor rgb) {
        check(rgb);
        List<Tensor> parts = rgb.split(3, -1);
        Tensor r = parts.get(0);
        Tensor g = parts.get(1);
        Tensor b = parts.get(2);
        Tensor value = rgb.maxKeep(-1);
        Tensor range = value.sub(rgb.minKeep(-1));
        Tensor some = range.greater(0);
        Tensor sixth = range.where(some, 1).mul(6).reciprocal();
        Tensor ofBlue = r.sub(g).mul(sixth).add(4 / 6f);
        Tensor ofGreen = b.sub(r).mul(sixth).add(2 / 6f);
        Tensor ofRed = g.sub(b).mul(sixth);
        Tensor hue = ofRed.where(value.equal(r), ofGreen.where(value.equal(g), ofBlue));
        Tensor turned = hue.where(some, 0).add(hue.less(0));
        Tensor saturation = range.div(value.where(value.greater(0), 1)).where(value.greater(0), 0);
        return List.of(turned, saturation, value);
    }

    /// Red, green and blue from hue, saturation and value.
    static Tensor rgb(Tensor hue, Tensor saturation, Tensor value) {
        Tensor six = hue.mod(Tensor.of(1)).mul(6);
        Tensor r = six.sub(3).abs().sub(1).clip(0, 1);
        Tensor g = six.sub(2).abs().neg().add(2).clip(0, 1);
        Tensor b = six.sub(4).abs().neg().add(2).clip(0, 1);
        Tensor white = saturation.neg().add(1);
        return Tensor.concat(
                List.of(r, g, b).stream()
                        .map(part -> value.mul(white.add(saturation.mul(part))))
                        .toList(),
                -1);
    }
}
