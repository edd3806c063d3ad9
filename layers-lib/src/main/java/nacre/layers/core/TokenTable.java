package nacre.layers.core;

import static nacre.layers.Arguments.positive;

import java.util.List;
import java.util.Objects;
import nacre.layers.FluentLayer;
import nacre.layers.Pass;
import nacre.layers.weights.Constraint;
import nacre.layers.weights.Initializer;
import nacre.layers.weights.RandomUniform;
import nacre.layers.weights.Regularizer;
import nacre.tensor.Shape;
import nacre.tensor.Tensor;
import nacre.tensor.Weight;
import org.jspecify.annotations.Nullable;

/// What the embeddings share: a table with a row of numbers for each token.
abstract class TokenTable<S extends TokenTable<S>> extends FluentLayer<S> {
    final int inputDim;
    final int outputDim;
    private Initializer embeddingsInitializer = new RandomUniform();
    private @Nullable Regularizer embeddingsRegularizer;
    private @Nullable Constraint embeddingsConstraint;
    private boolean maskZero;
    // kept for Keras's files; numbers here are always float32
    private @Nullable Object quantizationConfig;

    private transient @Nullable Tensor first;
    private transient @Nullable Weight embeddings;

    TokenTable(int inputDim, int outputDim) {
        this.inputDim = positive("inputDim", inputDim);
        this.outputDim = positive("outputDim", outputDim);
    }

    @Override
    protected void build(Shape in) {
        embeddings =
                addWeight(
                        "embeddings",
                        Shape.of(inputDim, outputDim),
                        first == null
                                ? embeddingsInitializer
                                : (_, _) -> Objects.requireNonNull(first),
                        embeddingsRegularizer,
                        embeddingsConstraint,
                        true);
    }

    final Tensor table() {
        return Objects.requireNonNull(embeddings, "the table is made by build").tensor();
    }

    final Initializer initializer() {
        return embeddingsInitializer;
    }

    /// The rows of whole numbers; what follows the point is cut off.
    final Tensor lookUp(Tensor tokens) {
        return table().rows(tokens.detach().floor());
    }

    @Override
    protected @Nullable Tensor computeMask(List<Tensor> inputs, Pass pass) {
        return maskZero ? inputs.get(0).detach().notEqual(0) : null;
    }

    @Override
    protected boolean listsActivityRegularizer() {
        return true;
    }

    /// First values of the table, by name; default `uniform`, from -0.05 to 0.05.
    public S embeddingsInitializer(String name) {
        return embeddingsInitializer(Initializer.of(name));
    }

    /// First values of the table.
    public S embeddingsInitializer(Initializer initializer) {
        return set("embeddingsInitializer", () -> embeddingsInitializer = initializer);
    }

    /// A price of large numbers in the table, by name; default none.
    public S embeddingsRegularizer(String name) {
        return embeddingsRegularizer(Regularizer.of(name));
    }

    /// A price of large numbers in the table.
    public S embeddingsRegularizer(Regularizer regularizer) {
        return set("embeddingsRegularizer", () -> embeddingsRegularizer = regularizer);
    }

    /// A limit for the table, by name; default none.
    public S embeddingsConstraint(String name) {
        return embeddingsConstraint(Constraint.of(name));
    }

    /// A limit for the table, kept to after every step.
    public S embeddingsConstraint(Constraint constraint) {
        return set("embeddingsConstraint", () -> embeddingsConstraint = constraint);
    }

    /// Whether token 0 is padding, which the layers after it skip; default false.
    public S maskZero(boolean on) {
        return set("maskZero", () -> maskZero = on);
    }

    /// A table learned elsewhere: `(inputDim, outputDim)`.
    public S weights(Tensor table) {
        if (!table.shape().equals(Shape.of(inputDim, outputDim))) {
            throw new IllegalArgumentException(
                    "`weights` must be a table of shape "
                            + Shape.of(inputDim, outputDim)
                            + " (inputDim, outputDim); got "
                            + table.shape()
                            + ".");
        }
        return set("weights", () -> first = table);
    }
}
