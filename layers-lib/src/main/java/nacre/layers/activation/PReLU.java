package nacre.layers.activation;

import java.util.Objects;
import nacre.layers.FluentLayer;
import nacre.layers.weights.Constraint;
import nacre.layers.weights.Initializer;
import nacre.layers.weights.Regularizer;
import nacre.layers.weights.Zeros;
import nacre.tensor.Shape;
import nacre.tensor.Tensor;
import nacre.tensor.Weight;
import org.jspecify.annotations.Nullable;

/// A ReLU whose slope for negative numbers is learned, one for each place of a sample.
///
/// `f(x) = x` where `x ≥ 0`, else `alpha · x`, with `alpha` of a sample's shape. `(…) → (…)`
///
/// ```java
/// var x = Tensor.of(new float[][] {{-2, 2}});
/// new PReLU().alphaInitializer(new Constant(0.5)).apply(x)   // [[-1, 2]]
/// ```
///
/// Source: He and others, Delving deep into rectifiers (2015); [Keras,
/// PReLU](https://keras.io/api/layers/activation_layers/prelu/).
public final class PReLU extends FluentLayer<PReLU> {
    private Initializer alphaInitializer = new Zeros();
    private @Nullable Regularizer alphaRegularizer;
    private @Nullable Constraint alphaConstraint;
    private int @Nullable [] sharedAxes;

    private transient @Nullable Weight alpha;

    @Override
    protected void build(Shape in) {
        Shape shape = in;
        for (int i = 0; sharedAxes != null && i < sharedAxes.length; i++) {
            shape = shape.with(sharedAxes[i], 1);
        }
        alpha =
                addWeight(
                        "alpha",
                        shape.drop(0),
                        alphaInitializer,
                        alphaRegularizer,
                        alphaConstraint,
                        true);
    }

    @Override
    protected Tensor call(Tensor x) {
        Tensor slope = Objects.requireNonNull(alpha, "alpha is made by build").tensor();
        return x.relu().sub(slope.mul(x.neg().relu()));
    }

    @Override
    protected boolean supportsMasking() {
        return true;
    }

    /// First slopes, by name; default `zeros`.
    public PReLU alphaInitializer(String name) {
        return alphaInitializer(Initializer.of(name));
    }

    /// First slopes.
    public PReLU alphaInitializer(Initializer initializer) {
        return set("alphaInitializer", () -> alphaInitializer = initializer);
    }

    /// A price of large slopes, by name; default none.
    public PReLU alphaRegularizer(String name) {
        return alphaRegularizer(Regularizer.of(name));
    }

    /// A price of large slopes.
    public PReLU alphaRegularizer(Regularizer regularizer) {
        return set("alphaRegularizer", () -> alphaRegularizer = regularizer);
    }

    /// A limit for the slopes, by name; default none.
    public PReLU alphaConstraint(String name) {
        return alphaConstraint(Constraint.of(name));
    }

    /// A limit for the slopes.
    public PReLU alphaConstraint(Constraint constraint) {
        return set("alphaConstraint", () -> alphaConstraint = constraint);
    }

    /// Axes along which the slope is the same, such as 1, 2 for one slope per channel of an image;
    /// default none.
    public PReLU sharedAxes(int... axes) {
        return set("sharedAxes", () -> sharedAxes = axes.clone());
    }
}
