package nacre.models;

import java.util.ArrayList;
import java.util.List;
import nacre.layers.Layer;
import nacre.layers.LayerNode;
import nacre.layers.Pass;
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
    private transient @Nullable InputLayer source;

    private Sequential() {}

    /// A stack whose input is not known before its first call.
    public static Sequential of(Layer... layers) {
        var model = new Sequential();
        for (Layer layer : layers) {
            model.add(layer);
        }
        return model;
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
        if (layer instanceof InputLayer input && stack.isEmpty()) {
            source = input;
            return this;
        }
        stack.add(layer);
        if (source != null) {
            grow(stack.size() - 1);
        }
        return this;
    }

    /// Takes the topmost layer away.
    public Layer pop() {
        if (stack.isEmpty()) {
            throw new IllegalStateException("There are no layers in the model to take away.");
        }
        return stack.removeLast();
    }

    /// Calls layer `index` on the output of the one below, so that it knows its shapes and has a
    /// node.
    private void grow(int index) {
        Tensor below =
                index == 0
                        ? source().output()
                        : stack.get(index - 1).nodes().getLast().outputs().get(0);
        Tensor unused = Pass.outside(() -> stack.get(index).apply(below));
        if (!built()) {
            ensureBuilt(List.of(source().batchShape()));
        }
    }

    private InputLayer source() {
        return java.util.Objects.requireNonNull(
                source, "the input is known once the stack is built");
    }

    @Override
    protected void build(Shape input) {
        if (source == null) {
            source =
                    (InputLayer)
                            LayerNode.of(
                                            Input.of(
                                                    input.rank() == 0
                                                            ? input
                                                            : input.with(0, Shape.NONE)))
                                    .layer();
            for (int i = 0; i < stack.size(); i++) {
                grow(i);
            }
        }
    }

    @Override
    protected List<Tensor> callAll(List<Tensor> inputs, Pass pass) {
        List<Tensor> flow = inputs;
        for (Layer layer : stack) {
            flow = layer.applyAll(flow, nacre.layers.Call.plain());
        }
        return flow;
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
    public Sequential name(String newName) {
        super.name(newName);
        return this;
    }

    @Override
    public Sequential seed(long seed) {
        super.seed(seed);
        return this;
    }

    @Override
    public Tensor input() {
        return nodes().isEmpty() ? source().output() : super.input();
    }

    @Override
    public Tensor output() {
        return nodes().isEmpty()
                ? stack.getLast().nodes().getLast().outputs().get(0)
                : super.output();
    }

    @Override
    public Shape inputShape() {
        return nodes().isEmpty() ? input().shape() : super.inputShape();
    }

    @Override
    public Shape outputShape() {
        return nodes().isEmpty() ? output().shape() : super.outputShape();
    }
}
