package nacre.layers;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import nacre.layers.weights.Constraint;
import nacre.layers.weights.GlorotUniform;
import nacre.layers.weights.Initializer;
import nacre.layers.weights.Regularizer;
import nacre.tensor.RandomStream;
import nacre.tensor.Shape;
import nacre.tensor.Tensor;
import nacre.tensor.Weight;
import org.jspecify.annotations.Nullable;

/// What a layer knows of its weights and of those of the layers inside it.
abstract sealed class Weighted extends Connected permits Layer {
    private boolean trainable = true;
    private final transient LayerWeights own = new LayerWeights();
    private final transient RandomStream random = RandomStream.unseeded();
    private transient List<Tensor> callLosses = List.of();

    /// The layers inside; by default those in this layer's fields.
    protected abstract List<Layer> sublayers();

    /// Whether the weights exist.
    public abstract boolean built();

    /// Makes a weight whose first values are Keras's default, `glorot_uniform`; for `build`.
    protected final Weight addWeight(String weightName, Shape shape) {
        return addWeight(weightName, shape, new GlorotUniform());
    }

    /// Makes a weight with first values by name, such as `zeros` or `ones`; for `build`.
    protected final Weight addWeight(String weightName, Shape shape, String initializer) {
        return addWeight(weightName, shape, Initializer.of(initializer));
    }

    /// Makes a weight; for `build`.
    protected final Weight addWeight(String weightName, Shape shape, Initializer initializer) {
        return addWeight(weightName, shape, initializer, null, null, true);
    }

    /// Makes a weight with a price, a limit, or that is not trained; for `build`.
    protected final Weight addWeight(
            String weightName,
            Shape shape,
            Initializer initializer,
            @Nullable Regularizer regularizer,
            @Nullable Constraint constraint,
            boolean isTrainable) {
        if (!shape.isKnown()) {
            throw new IllegalArgumentException(
                    getClass().getSimpleName()
                            + " cannot make its weight `"
                            + weightName
                            + "` of shape "
                            + shape
                            + ": the sizes of the input must be known, except for the batch.");
        }
        if (shape.size() == 0) {
            throw new IllegalArgumentException(
                    getClass().getSimpleName()
                            + " cannot make its weight `"
                            + weightName
                            + "` of shape "
                            + shape
                            + ": an axis of the input has size 0. Look at the data: they hold no numbers.");
        }
        WeightLimit.check((Layer) this, weightName, shape);
        return own.add(
                weightName, shape, initializer, regularizer, constraint, isTrainable, random);
    }

    /// The weights that this layer itself has made: first the trainable ones, then the others.
    public final List<Weight> ownWeights() {
        return own.ordered();
    }

    /// All weights, live: first the layer's own trainable ones, then its other ones, then those of
    /// the layers inside.
    public List<Weight> weights() {
        return Stream.concat(
                        own.ordered().stream(),
                        sublayers().stream().flatMap(layer -> layer.weights().stream()))
                .distinct()
                .toList();
    }

    /// The weights that training changes; none if the layer is frozen.
    public List<Weight> trainableWeights() {
        if (!trainable) {
            return List.of();
        }
        Stream<Weight> inside =
                sublayers().stream().flatMap(layer -> layer.trainableWeights().stream());
        return Stream.concat(own.ordered().stream().filter(Weight::trainable), inside)
                .distinct()
                .toList();
    }

    /// The weights that training leaves alone.
    public List<Weight> nonTrainableWeights() {
        List<Weight> trained = trainableWeights();
        return weights().stream().filter(weight -> !trained.contains(weight)).toList();
    }

    /// Copies of all weights, in the order of [#weights].
    public List<Tensor> getWeights() {
        return weights().stream().map(weight -> weight.tensor().detach()).toList();
    }

    /// Gives all weights new values, in the order of [#weights].
    public void setWeights(List<Tensor> values) {
        LayerWeights.assign((Layer) this, values);
    }

    /// Gives all weights new values, in the order of [#weights].
    public final void setWeights(Tensor... values) {
        setWeights(List.of(values));
    }

    /// How many numbers the weights hold.
    public int countParams() {
        if (!built() && sublayers().isEmpty()) {
            throw new IllegalStateException(
                    "You tried to call `countParams` on layer '%s', but the layer isn't built. Call it on data or an Input first, or build it with outputShape(Shape.of(…))."
                            .formatted(name()));
        }
        return weights().stream().mapToInt(weight -> weight.shape().size()).sum();
    }

    /// Draws all first values anew from one seed, and all randomness from it from now on.
    public void reseed(long seed) {
        random.restart(seed);
        own.draw(random);
        int i = 0;
        for (Layer layer : sublayers()) {
            layer.reseed(RandomStream.mix(seed, ++i));
        }
    }

    /// Where this layer's random numbers come from.
    protected RandomStream random() {
        return random;
    }

    /// Where this layer's random numbers are; training that goes on later begins from there.
    public final RandomStream.Place randomPlace() {
        return random().place();
    }

    /// Lets this layer's random numbers go on from a place.
    public final void randomPlace(RandomStream.Place place) {
        random().goTo(place);
    }

    /// What the last call added to the loss: prices of outputs, and of weights.
    public List<Tensor> losses() {
        return losses(trainableWeights());
    }

    /// What the last call added to the loss: prices of outputs, and of these weights.
    public final List<Tensor> losses(List<Weight> priced) {
        var all = new ArrayList<>(callLosses);
        all.addAll(LayerWeights.prices(priced));
        return all;
    }

    /// Lets the prices of outputs outlive the training step that they belong to, to be looked at.
    public final void keepLosses() {
        callLosses = callLosses.stream().map(Tensor::copy).toList();
    }

    void callLosses(List<Tensor> newLosses) {
        callLosses = newLosses;
    }

    /// Whether training changes the weights.
    public final boolean trainable() {
        return trainable;
    }

    /// Freezes or thaws this layer alone; the layers inside stay as they are.
    protected final void trainableItself(boolean on) {
        trainable = on;
    }

    /// Drops what a failed build has made.
    final void forgetWeights() {
        own.clear();
    }
}
