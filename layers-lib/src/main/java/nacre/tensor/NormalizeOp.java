package nacre.tensor;

import java.util.Arrays;
import nacre.compute.Normalize;

/// Mean 0 and deviation 1, then a scale and a shift for each channel, in one operation.
///
/// Inputs: what is normalised, then gamma and beta, as far as there are any.
final class NormalizeOp implements Op {
    private final Normalize sizes;
    private final boolean withGamma;
    private final boolean withBeta;
    private final float[] means;
    private final float[] variances;

    /// @param means to be filled in, or given, as `sizes` says
    /// @param variances the same
    NormalizeOp(
            Normalize sizes,
            boolean withGamma,
            boolean withBeta,
            float[] means,
            float[] variances) {
        this.sizes = sizes;
        this.withGamma = withGamma;
        this.withBeta = withBeta;
        this.means = means;
        this.variances = variances;
    }

    @Override
    public Shape shape(Shape... in) {
        for (int i = 1; i < in.length; i++) {
            if (in[i].size() != sizes.channels()) {
                throw new IllegalArgumentException(
                        "An input of shape "
                                + in[0]
                                + " has "
                                + sizes.channels()
                                + " numbers along the normalised axes; the scale has "
                                + in[i].size()
                                + ", one for each of those the layer was built for.");
            }
        }
        return in[0];
    }

    @Override
    public float[] forward(Shape out, Tensor... x) {
        float[] y = Tape.array(out.size());
        float[] gamma = withGamma ? x[1].data() : null;
        float[] beta = withBeta ? x[x.length - 1].data() : null;
        sizes.forward(x[0].data(), gamma, beta, means, variances, y);
        return y;
    }

    @Override
    public void backward(Back b) {
        float[] dx = Tape.array(b.y().size());
        float[] byScale = Tape.array(2 * sizes.channels());
        float[] gamma = withGamma ? b.x(1).data() : null;
        sizes.backward(b.x(0).data(), gamma, means, variances, b.g().data(), dx, byScale);
        b.send(0, () -> Tensor.wrap(dx, b.y().shape()));
        int n = sizes.channels();
        if (withGamma) {
            b.send(1, () -> Tensor.wrap(Arrays.copyOf(byScale, n), b.x(1).shape()));
        }
        if (withBeta) {
            int last = b.inputs() - 1;
            b.send(
                    last,
                    () -> Tensor.wrap(Arrays.copyOfRange(byScale, n, 2 * n), b.x(last).shape()));
        }
    }
}
