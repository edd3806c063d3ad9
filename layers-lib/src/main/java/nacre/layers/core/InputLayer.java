package nacre.layers.core;

import java.util.List;
import nacre.layers.FluentLayer;
import nacre.layers.config.Config;
import nacre.tensor.Shape;
import nacre.tensor.Tensor;

/// The layer behind an [Input]: it gives on what the model is fed with, `(…) → (…)`.
///
/// Source: [Keras, InputLayer](https://keras.io/api/layers/core_layers/input/).
public final class InputLayer extends FluentLayer<InputLayer> {
    private final Shape batchShape;
    private Object dtype = "float32"; // kept for Keras's files; numbers here are always float32
    private boolean sparse;
    private boolean ragged;
    private boolean optional;

    /// An input of this shape, batch included.
    public InputLayer(Shape batchShape) {
        this.batchShape = batchShape;
        source(Tensor.ghost(batchShape));
        ensureBuilt(List.of(batchShape));
    }

    /// The shape, batch included.
    public Shape batchShape() {
        return batchShape;
    }

    /// What kind of numbers Keras feeds here, such as `int32` for tokens.
    public String dtype() {
        return dtype.toString();
    }

    /// Says what kind of numbers Keras feeds here; files keep it.
    @Override
    public InputLayer dtype(String name) {
        dtype = name;
        return this;
    }

    @Override
    protected Tensor call(Tensor x) {
        return x;
    }

    @Override
    public Config getConfig() {
        Config config = super.getConfig();
        config.remove("trainable");
        return config;
    }
}
