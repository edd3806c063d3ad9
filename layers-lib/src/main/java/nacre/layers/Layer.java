package nacre.layers;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nacre.compute.Warmup;
import nacre.layers.config.Config;
import nacre.layers.config.Configs;
import nacre.layers.config.Registry;
import nacre.layers.config.Serializable;
import nacre.layers.config.Sharing;
import nacre.layers.weights.Regularizer;
import nacre.tensor.Shape;
import nacre.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/// A layer: weights (its state) plus a transformation from inputs to outputs; the building block of
/// models.
///
/// A layer of your own overrides [#call(Tensor)], and [#build(Shape)] if it has weights:
///
/// ```java
/// class Scale extends Layer {
///     final float factor;
///     Scale(float factor) { this.factor = factor; }
///     protected Tensor call(Tensor x) { return x.mul(factor); }
/// }
/// new Scale(10).apply(Tensor.of(1))   // 10
/// ```
///
/// One with weights is a full member of any model; [GradientCheck] looks whether it learns what it
/// should, and once [Registry] knows it, models with it can be loaded from files:
///
/// ```java
/// class Stretch extends Layer {
///     Weight factor;
///     protected void build(Shape in) { factor = addWeight("factor", Shape.of(in.last()), "ones"); }
///     protected Tensor call(Tensor x) { return x.mul(factor.tensor()); }
/// }
/// Registry.register(Stretch.class);
/// GradientCheck.of(new Stretch(), Shape.of(2, 3)).passed()   // true
/// ```
///
/// Source: [Keras, the base Layer class](https://keras.io/api/layers/base_layer/).
public abstract non-sealed class Layer extends Weighted implements Serializable {
    private @Nullable String name;
    private Object dtype = DTypePolicy.FLOAT32;
    private @Nullable Regularizer activityRegularizer;

    private transient @Nullable List<Shape> builtFor;

    /// A layer with the defaults of all options.
    protected Layer() {
        Warmup.start(); // who makes layers will soon train them
        Registry.renew(getClass());
    }

    // --- what a layer overrides

    /// Makes the weights, once the shape of the input is known; called by itself before the first
    /// call.
    protected void build(Shape input) {}

    /// Makes the weights of a layer with several inputs.
    protected void build(List<Shape> inputs) {
        build(inputs.get(0));
    }

    /// The transformation: what comes out for what comes in.
    protected Tensor call(Tensor x) {
        throw new UnsupportedOperationException(
                getClass().getSimpleName()
                        + " does not say what it does: override `protected Tensor call(Tensor x)`.");
    }

    /// The transformation, for a layer that also needs to know of training, masks or randomness.
    protected Tensor call(Tensor x, Pass pass) {
        return call(x);
    }

    /// The transformation of a layer with several inputs.
    protected Tensor call(List<Tensor> inputs, Pass pass) {
        if (inputs.size() != 1) {
            throw new IllegalArgumentException(
                    getClass().getSimpleName()
                            + " takes one input and got "
                            + inputs.size()
                            + ". To join several, use a merging layer such as Concatenate or Add.");
        }
        return call(inputs.get(0), pass);
    }

    /// The transformation of a layer with several outputs.
    protected List<Tensor> callAll(List<Tensor> inputs, Pass pass) {
        return List.of(call(inputs, pass));
    }

    /// What comes out of this layer and then of `next`, if both can be done in one pass, else null.
    /// Asked only where nobody sees what lies between, outside of training.
    protected @Nullable Tensor callWith(Layer next, Tensor x) {
        return null;
    }

    /// Says clearly if inputs of these shapes cannot be used; asked at every call.
    protected void check(List<Shape> inputs) {}

    /// Whether a single tensor is a mistake, as for layers that join several; a list of one is not.
    protected boolean needsList() {
        return false;
    }

    /// The mask of the outputs; by default the first input's if [#supportsMasking], else none.
    protected @Nullable Tensor computeMask(List<Tensor> inputs, Pass pass) {
        return supportsMasking() ? pass.mask() : null;
    }

    /// The outputs with their masks; a model leaves them as its layers made them.
    protected List<Tensor> masked(List<Tensor> inputs, List<Tensor> outputs, Pass pass) {
        Tensor mask = computeMask(inputs, pass);
        if (outputs.get(0).mask() == mask) {
            return outputs;
        }
        var result = new ArrayList<>(outputs);
        result.set(0, outputs.get(0).withMask(mask));
        return result;
    }

    /// Whether the call itself looks at masks, so that they are inputs of the layer in a model's
    /// graph.
    protected boolean takesMasks() {
        return false;
    }

    /// Whether masks go through.
    protected boolean supportsMasking() {
        return false;
    }

    @Override
    protected List<Layer> sublayers() {
        return Sublayers.of(this);
    }

    /// What is inside by the names that files have for it: layers, and lists of layers; by default
    /// those in this layer's fields, under the fields' names.
    public Map<String, Object> parts() {
        return Sublayers.named(this);
    }

    /// Where Keras keeps the state of random numbers among the parts; Nacre draws its own.
    public List<String> seedParts() {
        return List.of();
    }

    /// What this layer has learned that is no weight, to be kept in a file; by default nothing.
    public Keepsakes keepsakes() {
        return Keepsakes.NONE;
    }

    /// Takes back what [#keepsakes] gave.
    public void restore(Keepsakes keepsakes) {}

    // --- calling

    /// Calls the layer: on data it gives data, on symbolic tensors a symbolic tensor.
    public final Tensor apply(Tensor... inputs) {
        if (inputs.length == 1 && needsList()) {
            throw new IllegalArgumentException(
                    getClass().getSimpleName()
                            + " joins several tensors and got a single one of shape "
                            + inputs[0].shape()
                            + ", not a list. Call it on all of them: apply(a, b).");
        }
        return apply(List.of(inputs), Call.PLAIN);
    }

    /// Calls the layer on a list of tensors.
    public final Tensor apply(List<Tensor> inputs) {
        return apply(inputs, Call.PLAIN);
    }

    /// Calls the layer in training, with masks or with a first state.
    public final Tensor apply(Tensor input, Call how) {
        return apply(List.of(input), how);
    }

    /// Calls the layer on a list of tensors in training, with masks or with a first state.
    public final Tensor apply(List<Tensor> inputs, Call how) {
        List<Tensor> outputs = applyAll(inputs, how);
        if (outputs.size() != 1) {
            throw new IllegalStateException(
                    name() + " has several outputs; use applyAll(…) to get them as a list.");
        }
        return outputs.get(0);
    }

    /// Calls a layer with several outputs.
    public final List<Tensor> applyAll(List<Tensor> inputs, Call how) {
        return Calling.call(this, inputs, how);
    }

    /// Calls a layer with several outputs.
    public final List<Tensor> applyAll(Tensor... inputs) {
        return applyAll(List.of(inputs), Call.PLAIN);
    }

    /// Calls a layer with several outputs on a list of tensors.
    public final List<Tensor> applyAll(List<Tensor> inputs) {
        return applyAll(inputs, Call.PLAIN);
    }

    /// Calls this layer, and on what comes out `next`, in one pass; null if they have none, and
    /// then nothing has happened. For models, where nothing else reads what lies between.
    public final @Nullable Tensor applyWith(Layer next, List<Tensor> inputs) {
        return Calling.both(this, next, inputs);
    }

    /// Makes the weights for inputs of these shapes, if that has not happened yet.
    public final void ensureBuilt(List<Shape> inputs) {
        if (builtFor == null) {
            checkOptions();
        }
        check(inputs);
        if (builtFor == null) {
            builtFor = List.copyOf(inputs);
            try {
                build(inputs);
            } catch (RuntimeException | Error e) {
                builtFor = null; // a failed build may be tried again with other shapes
                forgetWeights();
                throw e;
            }
        }
    }

    /// Whether the weights exist.
    @Override
    public final boolean built() {
        return builtFor != null;
    }

    /// The shapes that the weights were made for.
    public final List<Shape> buildShapes() {
        return builtFor == null ? List.of() : builtFor;
    }

    /// The shape that comes out for an input of this shape.
    public final Shape outputShape(Shape... inputs) {
        return outputShapes(List.of(inputs)).get(0);
    }

    /// The shapes that come out for inputs of these shapes.
    public final List<Shape> outputShapes(List<Shape> inputs) {
        List<Tensor> ghosts = inputs.stream().map(Tensor::ghost).toList();
        return applyAll(ghosts, Call.PLAIN).stream().map(Tensor::shape).toList();
    }

    // --- options of every layer

    /// The name: given, or the class in snake case with a number.
    @Override
    public final String name() {
        if (name == null) {
            name = LayerNames.next(getClass().getSimpleName());
        }
        return name;
    }

    /// Gives the layer a name.
    public Layer name(String newName) {
        name = newName;
        return this;
    }

    /// In which numbers Keras calculates, default `float32`: files keep it, and here it changes
    /// nothing, as all numbers are float32.
    public Layer dtype(String policy) {
        dtype = DTypePolicy.of(policy);
        return this;
    }

    /// The type of its numbers in one word, as Keras writes it for a few layers.
    protected final String dtypeWord() {
        return DTypePolicy.ofWeights(dtype);
    }

    /// Freezes or thaws the layer and the layers inside.
    public Layer trainable(boolean on) {
        trainableItself(on);
        sublayers().forEach(layer -> layer.trainable(on));
        return this;
    }

    /// The price of the outputs, or null.
    public final @Nullable Regularizer activityRegularizer() {
        return activityRegularizer;
    }

    /// Adds a price of the outputs to the loss.
    public Layer activityRegularizer(@Nullable Regularizer regularizer) {
        activityRegularizer = regularizer;
        return this;
    }

    /// The price of the outputs that calls add to the loss: the activity regularizer, unless that
    /// is for the layers inside.
    protected @Nullable Regularizer outputPrice() {
        return activityRegularizer;
    }

    // --- config

    @Override
    public Config getConfig() {
        name(); // a name once written must stay
        Config config = Configs.of(this);
        if (activityRegularizer == null && !listsActivityRegularizer()) {
            config.remove("activity_regularizer");
        }
        return config;
    }

    /// The names of the inputs, where Keras takes each by name; else none.
    protected List<String> inputNames() {
        return List.of();
    }

    /// Whether the config names `activity_regularizer` even where there is none, as some of Keras's
    /// do.
    protected boolean listsActivityRegularizer() {
        return false;
    }

    /// A new layer with the options of another: the same config, weights of its own. An option that
    /// the layer does not have is refused, other than in files, which other versions may have
    /// written.
    public static Layer fromConfig(Config config) {
        config.refuseUnknown();
        return (Layer) Configs.make(config.type(), config);
    }

    @Override
    public String module() {
        return "keras.layers";
    }

    @Override
    @SuppressWarnings("unchecked") // Serializable writes a map
    public Object serialize() {
        var result = (Map<String, @Nullable Object>) Serializable.super.serialize();
        if (builtFor != null && BuildConfig.isWritten(this)) {
            result.put("build_config", buildConfig());
        }
        Sharing.wrote(this, result);
        return result;
    }

    /// The shapes that the weights were made for, as Keras writes them.
    protected Map<String, @Nullable Object> buildConfig() {
        return BuildConfig.of(inputNames(), buildShapes());
    }

    /// A layer by its config as Keras writes it, or itself.
    public static Layer of(Object identifier) {
        return Serializable.make(Layer.class, identifier);
    }

    /// The class, the name, and the number of weights.
    @Override
    public String toString() {
        String size = built() ? ", " + countParams() + " parameters" : "";
        return "%s \"%s\"%s".formatted(getClass().getSimpleName(), name(), size);
    }
}
