package nacre.layers.core;

import java.util.List;
import nacre.layers.FluentLayer;
import nacre.layers.Layer;
import nacre.layers.Pass;
import nacre.tensor.Shape;
import nacre.tensor.Tensor;

/// A layer around another layer: it calls it, and a subclass adds something to that.
///
/// ```java
/// class Twice extends Wrapper<Twice> {
///     Twice(Layer layer) { super(layer); }
///     protected Tensor call(Tensor x) { return layer().apply(layer().apply(x)); }
/// }
/// new Twice(new Activation("relu")).apply(Tensor.of(-1))   // 0
/// ```
///
/// Source: [Keras, Wrapper](https://keras.io/api/layers/base_layer/).
///
/// @param <S> the layer's own class, which every option gives back
public abstract class Wrapper<S extends Wrapper<S>> extends FluentLayer<S> {
    private final Layer layer;

    /// Around this layer.
    protected Wrapper(Layer layer) {
        this.layer = layer;
    }

    /// The layer inside.
    public final Layer layer() {
        return layer;
    }

    @Override
    protected void build(List<Shape> inputs) {
        layer.ensureBuilt(inputs);
        super.build(inputs);
    }

    @Override
    protected Tensor call(List<Tensor> inputs, Pass pass) {
        return inputs.size() == 1 ? call(inputs.get(0), pass) : layer.apply(inputs);
    }

    @Override
    protected Tensor call(Tensor x) {
        return layer.apply(x);
    }
}
