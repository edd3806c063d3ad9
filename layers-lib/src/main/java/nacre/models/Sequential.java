package nacre.models;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import nacre.layers.Call;
import nacre.layers.Layer;
import nacre.layers.LayerNode;
import nacre.layers.Pass;
import nacre.layers.config.Config;
import nacre.layers.config.Configs;
import nacre.layers.core.Input;
import nacre.layers.core.InputLayer;
import nacre.tensor.Shape;
import nacre.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/// A linear stack of layers: each one's output is the next one's input.
///
/// ```java
/// var model = Sequential.of(Input.of(4), new Dense(8).activation("relu"), new Dense(3));
/// model.countParams()   // 67
/// ```
///
/// Source: [Keras, Sequential](https://keras.io/api/models/sequential/).
public final class Sequential extends Model {
    private final transient List<Layer> stack = new ArrayList<>();
    // what comes out of each layer, symbolically
    private final transient List<Tensor> flow = new ArrayList<>();
    private transient @Nullable InputLayer source;

    private Sequential() {}

    /// A stack whose input is not known before its first call.
    public static Sequential of(Layer... layers) {
        return of(Arrays.asList(layers));
    }

    /// A stack of one layer; without this, `Layer.of` would answer.
    public static Sequential of(Layer layer) {
        return of(Arrays.asList(layer));
    }

    /// A stack of the layers in a list.
    public static Sequential of(List<? extends Layer> layers) {
        var model = new Sequential();
        layers.forEach(model::add);
        return model;
    }

    /// An `Input.of(…)` to [#add] layers to.
    public static Sequential of(Tensor input) {
        return of(input, new Layer[0]);
    }

    /// A stack that begins with an `Input.of(…)`.
    public static Sequential of(Tensor input, Layer... layers) {
        if (!(LayerNode.of(input).layer() instanceof InputLayer first)) {
            throw new IllegalArgumentException(
                    "A stack begins with Input.of(…); got the output of a layer.");
        }
        var model = new Sequential();
        model.source = first;
        for (Layer layer : layers) {
            model.add(layer);
        }
        return model;
    }

    /// Puts one more layer on top.
    public Sequential add(Layer layer) {
        if (layer == null || layer == this) {
            throw new IllegalArgumentException(
                    layer == null
                            ? "A layer of the model is null."
                            : "A model cannot be a layer of itself.");
        }
        if (layer instanceof InputLayer input && stack.isEmpty()) {
            source = input;
            return this;
        }
        if (stack.stream().anyMatch(other -> other.name().equals(layer.name()))) {
            throw new IllegalArgumentException(
                    "There is a layer named \""
                            + layer.name()
                            + "\" in the model already; every layer needs a name of its"
                            + " own. Give another by name(…).");
        }
        stack.add(layer);
        if (source == null && stack.size() == 1) {
            source = inputOf(layer);
        }
        if (source != null) {
            try {
                grow();
            } catch (RuntimeException e) {
                stack.remove(layer); // the model stays as it was
                throw e;
            }
        }
        return this;
    }

    /// An input like that of a model, such as a trained one, that the stack begins with.
    private static @Nullable InputLayer inputOf(Layer first) {
        return switch (first) {
            case Sequential stack when stack.source != null ->
                    new InputLayer(stack.source.batchShape());
            case Functional graph when graph.inputs().size() == 1 ->
                    new InputLayer(graph.inputs().get(0).shape());
            default -> null;
        };
    }

    /// Takes the topmost layer away; the model then ends at the one below.
    public Layer pop() {
        if (stack.isEmpty()) {
            throw new IllegalStateException("There are no layers in the model to take away.");
        }
        if (flow.size() == stack.size()) {
            flow.removeLast();
        }
        return stack.removeLast();
    }

    /// Calls the layers that have not been called yet, each on the output of the one below, so that
    /// each knows its shapes and has a node.
    private void grow() {
        while (flow.size() < stack.size()) {
            Tensor below = flow.isEmpty() ? source().output() : flow.getLast();
            Layer layer = stack.get(flow.size());
            flow.add(enter(layer, below));
        }
        if (!built() && !stack.isEmpty()) {
            ensureBuilt(List.of(source().batchShape()));
        }
    }

    private Tensor enter(Layer layer, Tensor below) {
        try {
            return Pass.outside(() -> layer.apply(below));
        } catch (IllegalArgumentException e) {
            if (flow.isEmpty() && hasBatch()) {
                throw new IllegalArgumentException(ofBatch() + ": " + e.getMessage(), e);
            }
            throw e;
        }
    }

    /// Whether the input says how many samples come at a time, knowingly or by mistake.
    private boolean hasBatch() {
        Shape shape = source().batchShape();
        return shape.rank() > 0 && shape.dim(0) != Shape.NONE;
    }

    private String ofBatch() {
        Shape shape = source().batchShape();
        String sample = shape.toString().replace(",)", ")");
        return "The input of shape %s has a batch of %d; for samples of that shape write Input.of%s"
                .formatted(shape, shape.dim(0), sample);
    }

    private InputLayer source() {
        return Objects.requireNonNull(source, "the input is known once the stack is built");
    }

    @Override
    protected void check(List<Shape> shapes) {
        checkInputs(1, shapes.size());
        Shape data = shapes.get(0);
        boolean isMore = source != null && data.rank() == source.batchShape().rank() + 1;
        if (isMore && data.last() != 1 && hasBatch()) {
            throw new IllegalArgumentException(
                    ofBatch() + ". The data have the shape " + data + ".");
        }
    }

    /// Makes the weights for inputs of this shape, as in `model.build(Shape.batch(4))`. The first
    /// call or `fit` would do it too.
    @Override
    public void build(Shape input) {
        if (source != null && !source.batchShape().accepts(input)) {
            throw new IllegalArgumentException(
                    "The model \""
                            + name()
                            + "\" takes inputs of shape "
                            + source.batchShape()
                            + " already; it cannot be built for "
                            + input
                            + ".");
        }
        if (source == null) {
            source = (InputLayer) LayerNode.of(Input.of(batches(input))).layer();
            try {
                grow();
            } catch (RuntimeException e) {
                source = null; // another shape may do
                flow.clear();
                throw e;
            }
        }
    }

    /// The shape of batches of any size.
    private static Shape batches(Shape input) {
        return input.rank() == 0 ? input : input.with(0, Shape.NONE);
    }

    @Override
    protected List<Tensor> callAll(List<Tensor> inputs, Pass pass) {
        List<Tensor> now = inputs;
        for (int i = 0; i < stack.size(); i++) {
            Layer layer = stack.get(i);
            Tensor both = i + 1 < stack.size() ? layer.applyWith(stack.get(i + 1), now) : null;
            if (both != null) {
                now = List.of(both);
                i++;
            } else {
                now = layer.applyAll(now, Call.plain());
            }
        }
        return now;
    }

    @Override
    protected List<Layer> sublayers() {
        return Model.distinct(stack);
    }

    @Override
    public List<Layer> layers() {
        return List.copyOf(stack);
    }

    /// The input that the stack begins with, if it is known yet.
    public @Nullable InputLayer inputLayer() {
        return source;
    }

    @Override
    public Map<String, Object> parts() {
        return Map.of("layers", stack);
    }

    /// The layers with the one where data enter.
    List<Layer> keptLayers() {
        var all = new ArrayList<Layer>(stack);
        if (source != null) {
            all.addFirst(source);
        }
        return all;
    }

    // --- config

    @Override
    public Config getConfig() {
        Config config = super.getConfig();
        config.put("layers", keptLayers().stream().map(Layer::serialize).toList());
        if (source != null) {
            config.put("build_input_shape", Plain.shape(source.batchShape()));
        }
        return config;
    }

    @Override
    protected Map<String, @Nullable Object> buildConfig() {
        return Map.of("input_shape", Plain.shape(source().batchShape()));
    }

    /// A model with this config: the same layers, weights of its own.
    public static Sequential fromConfig(Map<String, @Nullable Object> config) {
        var model = new Sequential();
        Configs.apply(model, config);
        for (Object entry : Plain.list(config, "layers")) {
            Layer layer = OldConfigs.layer(Plain.map(entry));
            Shape shape = OldConfigs.input(Plain.map(entry));
            if (shape != null && model.source == null && !(layer instanceof InputLayer)) {
                model.source = new InputLayer(shape);
            }
            model.add(layer);
        }
        if (config.get("build_input_shape") instanceof List<?> shape && model.source == null) {
            model.ensureBuilt(List.of(OldConfigs.shape(shape)));
        }
        return model;
    }

    // --- options

    @Override
    public Sequential name(String newName) {
        super.name(newName);
        return this;
    }

    @Override
    public Sequential seed(long seed) {
        super.seed(seed);
        return this;
    }

    // --- as it was made; as a layer of another model it also has nodes

    @Override
    public Tensor input() {
        return source == null ? super.input() : source.output();
    }

    @Override
    public Tensor output() {
        return flow.isEmpty() ? super.output() : flow.getLast();
    }

    @Override
    public List<Tensor> inputs() {
        return List.of(input());
    }

    @Override
    public List<Tensor> outputs() {
        return List.of(output());
    }

    @Override
    public Shape inputShape() {
        return input().shape();
    }

    @Override
    public Shape outputShape() {
        return output().shape();
    }
}
