package nacre.layers;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import nacre.layers.config.Config;
import nacre.tensor.OpName;
import nacre.tensor.Shape;
import nacre.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/// A calculation on symbolic tensors, such as `x.add(y)`, as a step of a model's graph.
///
/// It has no weights and is not among the layers of a model, only among its steps. Numbers in the
/// calculation, as in `x.mul(2)`, are kept in their places among the inputs.
public final class OperationLayer extends Layer {
    private final transient @Nullable OpName operation;
    private final transient Function<List<Tensor>, Tensor> work;
    private final transient List<@Nullable Tensor> places; // the numbers; null where an input goes

    /// A calculation under Keras's name (or none), what it does with all its tensors, and which of
    /// these are numbers.
    public OperationLayer(
            @Nullable OpName operation,
            Function<List<Tensor>, Tensor> work,
            List<@Nullable Tensor> places) {
        this.operation = operation;
        this.work = work;
        this.places = places;
    }

    /// Notes an operation on tensors of which some are symbolic.
    static Tensor step(
            @Nullable OpName name,
            Function<List<Tensor>, Tensor> work,
            Shape result,
            List<Tensor> tensors) {
        var places = new ArrayList<@Nullable Tensor>();
        var inputs = new ArrayList<Tensor>();
        for (Tensor tensor : tensors) {
            boolean symbolic = tensor.origin() != null;
            places.add(symbolic ? null : tensor);
            if (symbolic) {
                inputs.add(tensor);
            }
        }
        var layer = new OperationLayer(name, work, places);
        layer.name(LayerNames.next(layer.className()));
        layer.ensureBuilt(inputs.stream().map(Tensor::shape).toList());
        return layer.connect(inputs, List.of(Tensor.ghost(result)), Call.plain()).get(0);
    }

    /// What the calculation consists of besides its inputs: numbers in their places, null where an
    /// input goes.
    public List<@Nullable Tensor> places() {
        return places;
    }

    /// Keras's name of the calculation, with its options.
    public OpName operation() {
        if (operation == null) {
            throw new UnsupportedOperationException(
                    "A step of the model calculates with tensors directly in a way that Keras has no name for, so it cannot"
                            + " be written down. Make a layer of your own for it.");
        }
        return operation;
    }

    @Override
    protected Tensor call(List<Tensor> inputs, Pass pass) {
        var all = new ArrayList<Tensor>();
        int next = 0;
        for (Tensor place : places) {
            all.add(place == null ? inputs.get(next++) : place);
        }
        return work.apply(all);
    }

    @Override
    public String module() {
        return operation().module();
    }

    @Override
    public String className() {
        return operation == null ? "Operation" : operation.className();
    }

    @Override
    public String registeredName() {
        return className();
    }

    @Override
    public Config getConfig() {
        var config = new Config(OperationLayer.class);
        config.put("name", name());
        config.putAll(operation().options());
        return config;
    }
}
