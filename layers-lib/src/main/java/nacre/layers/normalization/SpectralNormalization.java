package nacre.layers.normalization;

import static nacre.layers.Arguments.positive;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import nacre.layers.Layer;
import nacre.layers.Pass;
import nacre.layers.core.Wrapper;
import nacre.layers.weights.TruncatedNormal;
import nacre.tensor.Shape;
import nacre.tensor.Tensor;
import nacre.tensor.Weight;
import org.jspecify.annotations.Nullable;

/// Keeps the layer inside from stretching any input by more than 1, which calms the training of
/// GANs.
///
/// Each call in training divides the layer's kernel by its largest singular value, found by power
/// iteration on a vector `u` that is kept. `(…) → as the layer inside`
///
/// ```java
/// new SpectralNormalization(new Dense(4)).outputShape(Shape.batch(3))   // (None, 4)
/// ```
///
/// Source: Miyato and others, Spectral normalization for generative adversarial networks (2018);
/// [Keras,
/// SpectralNormalization](https://keras.io/api/layers/normalization_layers/spectral_normalization/).
public final class SpectralNormalization extends Wrapper<SpectralNormalization> {
    private static final float TINY = 1e-12f; // a vector of zeros stays one

    private int powerIterations = 1;

    private transient @Nullable Weight kernel;
    private transient @Nullable Weight u;

    /// Around a layer with a kernel, such as Dense or Conv2D, or with embeddings.
    public SpectralNormalization(Layer layer) {
        super(layer);
    }

    /// How many steps of the power iteration each call takes; default 1.
    public SpectralNormalization powerIterations(int steps) {
        return set("powerIterations", () -> powerIterations = positive("powerIterations", steps));
    }

    private Weight kernelOrEmbeddings() {
        for (Weight weight : layer().weights()) {
            if (weight.name().equals("kernel") || weight.name().equals("embeddings")) {
                return weight;
            }
        }
        throw new IllegalArgumentException(
                "SpectralNormalization needs a layer with a kernel or embeddings; "
                        + layer()
                        + " has neither.");
    }

    @Override
    protected void build(Shape in) {
        kernel = kernelOrEmbeddings();
        u =
                addWeight(
                        "vector_u",
                        Shape.of(1, kernel.shape().last()),
                        new TruncatedNormal(0, 0.02),
                        null,
                        null,
                        false);
    }

    /// The kernel stands first, as Keras has it.
    @Override
    public List<Weight> weights() {
        return kernel == null
                ? super.weights()
                : Stream.concat(Stream.of(kernel), super.weights().stream()).distinct().toList();
    }

    @Override
    protected Tensor call(Tensor x, Pass pass) {
        if (pass.training() && !x.isGhost()) {
            divideByLargest(
                    Objects.requireNonNull(kernel, "made by build"),
                    Objects.requireNonNull(u, "made by build"));
        }
        return layer().apply(x);
    }

    private void divideByLargest(Weight weight, Weight vector) {
        Tensor value = weight.tensor().detach();
        Tensor matrix = value.flattenTo(2);
        if (matrix.abs().max().item() == 0) {
            return;
        }
        Tensor right = vector.tensor().detach();
        Tensor left = right;
        for (int i = 0; i < powerIterations; i++) {
            left = unit(right.product(matrix, false, true));
            right = unit(left.matmul(matrix));
        }
        Tensor largest = left.matmul(matrix).product(right, false, true);
        vector.assign(right);
        weight.assign(value.div(largest.item()));
    }

    private static Tensor unit(Tensor x) {
        return x.mul(x.square().sum().maximum(TINY).rsqrt());
    }
}
