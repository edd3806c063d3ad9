package nacre.layers.core;

import nacre.layers.FluentLayer;
import nacre.layers.config.Config;
import nacre.layers.config.Configs;
import nacre.tensor.Shape;
import nacre.tensor.Tensor;

/// The layer behind an [Input]: it gives on what the model is fed with.
///
/// Source: [Keras, InputLayer](https://keras.io/api/layers/core_layers/input/).
public final class InputLayer extends FluentLayer<InputLayer> {
    private final Shape batchShape;
    private boolean sparse;
    private boolean ragged;
    private boolean optional;

    /// An input of this shape, batch included.
    public InputLayer(Shape batchShape) {
        this.batchShape = batchShape;
        source(Tensor.ghost(batchShape));
    }

    /// The shape, batch included.
    public Shape batchShape() {
        return batchShape;
    }

    @Override
    protected Tensor call(Tensor x) {
        return x;
    }

    @Override
    public Config getConfig() {
        var config = new Config(InputLayer.class, Configs.of(this));
        config.put("dtype", "float32");
        config.remove("trainable");
        return config;
    }
}
