package nacre.layers.attention;

import static nacre.layers.Arguments.positive;
import static nacre.layers.Arguments.share;

import java.util.List;
import nacre.layers.RandomLayer;
import nacre.layers.core.EinsumDense;
import nacre.layers.weights.Constraint;
import nacre.layers.weights.GlorotUniform;
import nacre.layers.weights.Initializer;
import nacre.layers.weights.Regularizer;
import nacre.layers.weights.Zeros;
import org.jspecify.annotations.Nullable;

/// What can be said of an attention layer with several heads: how its projections are made, and
/// what heads may see.
public abstract class HeadOptions<S extends HeadOptions<S>> extends RandomLayer<S> {
    private double dropout;
    private boolean useBias = true;
    private boolean useGate;
    private @Nullable Integer slidingWindow;
    private Initializer kernelInitializer = new GlorotUniform();
    private Initializer biasInitializer = new Zeros();
    private @Nullable Regularizer kernelRegularizer;
    private @Nullable Regularizer biasRegularizer;
    private @Nullable Constraint kernelConstraint;
    private @Nullable Constraint biasConstraint;
    private transient boolean flashAttention; // Keras does not write it

    // --- for the layers of the family

    /// A projection with the options of this layer; the letters behind the arrow from `bias` on
    /// have a bias.
    final EinsumDense projection(
            String name, String equation, String biasAxes, int... outputShape) {
        EinsumDense dense =
                new EinsumDense(equation, outputShape)
                        .name(name)
                        .kernelInitializer(kernelInitializer)
                        .activityRegularizer(activityRegularizer());
        if (kernelRegularizer != null) {
            dense.kernelRegularizer(kernelRegularizer);
        }
        if (kernelConstraint != null) {
            dense.kernelConstraint(kernelConstraint);
        }
        if (!useBias) {
            return dense;
        }
        dense.biasAxes(biasAxes).biasInitializer(biasInitializer);
        if (biasRegularizer != null) {
            dense.biasRegularizer(biasRegularizer);
        }
        return biasConstraint == null ? dense : dense.biasConstraint(biasConstraint);
    }

    final double dropout() {
        return dropout;
    }

    final boolean useGate() {
        return useGate;
    }

    final @Nullable Integer slidingWindow() {
        return slidingWindow;
    }

    /// The price is one of the projections' outputs, as in Keras, not of the result.
    @Override
    protected @Nullable Regularizer outputPrice() {
        return null;
    }

    @Override
    protected boolean listsActivityRegularizer() {
        return true;
    }

    // --- options

    /// The share of the shares that is dropped while training; default 0.
    public S dropout(double rate) {
        share("dropout", rate);
        return set("dropout", () -> dropout = rate);
    }

    /// Whether the projections have biases; default true.
    public S useBias(boolean on) {
        return set("useBias", () -> useBias = on);
    }

    /// Whether what the heads give is multiplied with a gate that looks at the query; default
    /// false.
    public S useGate(boolean on) {
        return set("useGate", () -> useGate = on);
    }

    /// How far a query sees, to both sides: only steps less than this away; default as far as there
    /// are steps.
    public S slidingWindow(int width) {
        positive("slidingWindow", width);
        return set("slidingWindow", () -> slidingWindow = width);
    }

    /// Whether only what flash attention can do is allowed, no dropout and no scores; the numbers
    /// are the same. Default false.
    public S flashAttention(boolean on) {
        return set("flashAttention", () -> flashAttention = on);
    }

    @Override
    public void checkOptions() {
        if (flashAttention && dropout > 0) {
            throw new IllegalArgumentException(
                    "`flashAttention` knows no dropout; got `dropout` "
                            + dropout
                            + ". Take one of the two away.");
        }
    }

    /// Says so if a call asks for what flash attention never has.
    final void checkScores(boolean wanted) {
        if (flashAttention && wanted) {
            throw new IllegalArgumentException(
                    "`returnAttentionScores` cannot be had with `flashAttention`, which never has all scores at once."
                            + " Take one of the two away.");
        }
    }

    /// First values of the kernels, by name; default `glorot_uniform`.
    public S kernelInitializer(String name) {
        return kernelInitializer(Initializer.of(name));
    }

    /// First values of the kernels.
    public S kernelInitializer(Initializer initializer) {
        return set("kernelInitializer", () -> kernelInitializer = initializer);
    }

    /// First values of the biases, by name; default `zeros`.
    public S biasInitializer(String name) {
        return biasInitializer(Initializer.of(name));
    }

    /// First values of the biases.
    public S biasInitializer(Initializer initializer) {
        return set("biasInitializer", () -> biasInitializer = initializer);
    }

    /// A price of large numbers in the kernels, by name; default none.
    public S kernelRegularizer(String name) {
        return kernelRegularizer(Regularizer.of(name));
    }

    /// A price of large numbers in the kernels.
    public S kernelRegularizer(Regularizer regularizer) {
        return set("kernelRegularizer", () -> kernelRegularizer = regularizer);
    }

    /// A price of large numbers in the biases, by name; default none.
    public S biasRegularizer(String name) {
        return biasRegularizer(Regularizer.of(name));
    }

    /// A price of large numbers in the biases.
    public S biasRegularizer(Regularizer regularizer) {
        return set("biasRegularizer", () -> biasRegularizer = regularizer);
    }

    /// A limit for the kernels, kept to after every step of training, by name; default none.
    public S kernelConstraint(String name) {
        return kernelConstraint(Constraint.of(name));
    }

    /// A limit for the kernels, kept to after every step of training.
    public S kernelConstraint(Constraint constraint) {
        return set("kernelConstraint", () -> kernelConstraint = constraint);
    }

    /// A limit for the biases, kept to after every step of training, by name; default none.
    public S biasConstraint(String name) {
        return biasConstraint(Constraint.of(name));
    }

    /// A limit for the biases, kept to after every step of training.
    public S biasConstraint(Constraint constraint) {
        return set("biasConstraint", () -> biasConstraint = constraint);
    }

    /// Keras drops shares by a layer inside.
    @Override
    public List<String> seedParts() {
        return dropout > 0 ? List.of("seed_generator", "_dropout_layer/seed_generator") : List.of();
    }
}
