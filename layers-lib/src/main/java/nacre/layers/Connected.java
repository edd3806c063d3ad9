package nacre.layers;

import java.util.List;
import java.util.function.Function;
import nacre.tensor.OpName;
import nacre.tensor.Origin;
import nacre.tensor.Shape;
import nacre.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/// What a layer knows of its calls on symbolic tensors: its nodes in the graphs of models.
///
/// A layer that was called several times is *shared*: it has a node for each call, asked for by
/// index.
abstract sealed class Connected implements Origin.Maker permits Weighted {
    private final transient Nodes nodes = new Nodes((Layer) this);

    /// The name, for messages.
    public abstract String name();

    /// The calls on symbolic tensors so far.
    public final List<LayerNode> nodes() {
        return nodes.all();
    }

    final List<Tensor> connect(List<Tensor> inputs, List<Tensor> outputs, Call how) {
        return nodes.add(inputs, outputs, how).outputs();
    }

    /// Notes a calculation on symbolic tensors that this layer has made.
    @Override
    public final Tensor note(
            @Nullable OpName operation,
            Function<List<Tensor>, Tensor> work,
            Shape result,
            List<Tensor> inputs) {
        return OperationLayer.step(operation, work, result, inputs);
    }

    /// Makes this layer one where data enter a model: a node whose input is its output.
    protected final void source(Tensor ghost) {
        nodes.addSource(ghost);
    }

    /// The input of the first call; of a shared layer see [#getInputAt].
    public Tensor input() {
        return getInputAt(0);
    }

    /// The output of the first call; of a shared layer see [#getOutputAt].
    public Tensor output() {
        return getOutputAt(0);
    }

    /// The shape of the input, if all calls agree on it.
    public Shape inputShape() {
        return nodes.common("input shape", LayerNode::inputs).get(0);
    }

    /// The shape of the output, if all calls agree on it.
    public Shape outputShape() {
        return nodes.common("output shape", LayerNode::outputs).get(0);
    }

    /// The input of call number `node`, from 0.
    public final Tensor getInputAt(int node) {
        return nodes.at(node, "input").arguments().get(0);
    }

    /// The output of call number `node`, from 0.
    public final Tensor getOutputAt(int node) {
        return nodes.at(node, "output").outputs().get(0);
    }

    /// The shape of the input of call number `node`, from 0.
    public final Shape getInputShapeAt(int node) {
        return nodes.at(node, "input shape").arguments().get(0).shape();
    }

    /// The shape of the output of call number `node`, from 0.
    public final Shape getOutputShapeAt(int node) {
        return nodes.at(node, "output shape").outputs().get(0).shape();
    }

    /// All inputs of call number `node`, from 0; masks that the layer looks at come last.
    public final List<Tensor> getInputsAt(int node) {
        return nodes.at(node, "input").inputs();
    }

    /// All outputs of call number `node`, from 0.
    public final List<Tensor> getOutputsAt(int node) {
        return nodes.at(node, "output").outputs();
    }
}
