package nacre.layers;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import nacre.layers.weights.Constraint;
import nacre.layers.weights.Initializer;
import nacre.layers.weights.Regularizer;
import nacre.tensor.RandomStream;
import nacre.tensor.Shape;
import nacre.tensor.Tensor;
import nacre.tensor.Weight;
import org.jspecify.annotations.Nullable;

/// The weights that a layer has made itself, with how each was first drawn.
final class LayerWeights {
    private record Drawn(Weight weight, Initializer initializer) {}

    private final List<Drawn> weights = new ArrayList<>();

    Weight add(
            String name,
            Shape shape,
            Initializer initializer,
            @Nullable Regularizer regularizer,
            @Nullable Constraint constraint,
            boolean trainable,
            RandomStream random) {
        var weight =
                new Weight(
                        name,
                        WeightLimit.isBlank()
                                ? Tensor.zeros(shape)
                                : initializer.values(shape, random.next()),
                        trainable,
                        regularizer,
                        constraint);
        weights.add(new Drawn(weight, initializer));
        return weight;
    }

    void clear() {
        weights.clear();
    }

    /// Draws first values anew.
    void draw(RandomStream random) {
        for (Drawn drawn : weights) {
            drawn.weight.assign(drawn.initializer.values(drawn.weight.shape(), random.next()));
        }
    }

    /// Trainable ones first, each kind in the order of making.
    List<Weight> ordered() {
        var result = new ArrayList<Weight>(weights.size());
        var frozen = new ArrayList<Weight>();
        for (Drawn drawn : weights) {
            (drawn.weight.trainable() ? result : frozen).add(drawn.weight);
        }
        result.addAll(frozen);
        return result;
    }

    static void assign(Layer layer, List<Tensor> values) {
        List<Weight> weights = layer.weights();
        if (weights.size() != values.size()) {
            throw new IllegalArgumentException(
                    "You called `setWeights(weights)` on layer '"
                            + layer.name()
                            + "' with a weight list of length "
                            + values.size()
                            + ", but the layer was expecting "
                            + weights.size()
                            + " weights."
                            + (layer.built()
                                    ? " They are " + weights + "."
                                    : " It has none before its first call."));
        }
        for (int i = 0; i < values.size(); i++) {
            if (!weights.get(i).shape().equals(values.get(i).shape())) {
                throw new IllegalArgumentException(
                        "Layer "
                                + layer.name()
                                + " weight shape "
                                + weights.get(i).shape()
                                + " is not compatible with provided weight shape "
                                + values.get(i).shape()
                                + ". Weight "
                                + i
                                + " is `"
                                + weights.get(i).name()
                                + "`; nothing was changed.");
            }
        }
        for (int i = 0; i < values.size(); i++) {
            weights.get(i).assign(values.get(i));
        }
    }

    /// What weights with a regularizer add to the loss.
    static List<Tensor> prices(List<Weight> weights) {
        return weights.stream()
                .filter(weight -> weight.regularizer() != null)
                .map(weight -> Objects.requireNonNull(weight.regularizer()).apply(weight.tensor()))
                .toList();
    }
}
