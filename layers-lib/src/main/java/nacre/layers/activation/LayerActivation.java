package nacre.layers.activation;

import nacre.layers.Layer;
import nacre.layers.LayerHolder;
import nacre.layers.config.Serializable;
import nacre.tensor.Tensor;

/// A layer used as an activation function, such as a LeakyReLU with a slope of its own.
///
/// @param layer the layer
public record LayerActivation(Layer layer)
        implements ActivationFunction, LayerHolder, Serializable {
    @Override
    public Tensor apply(Tensor x) {
        return layer.apply(x);
    }

    @Override
    public Object serialize() {
        return layer.serialize();
    }

    @Override
    public String module() {
        return layer.module();
    }
}
