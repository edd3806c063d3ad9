package nacre.layers.preprocessing;

import java.util.List;
import nacre.layers.Call;
import nacre.layers.FluentLayer;
import nacre.layers.Layer;
import nacre.layers.Pass;
import nacre.layers.config.Config;
import nacre.tensor.Tensor;

/// Several preprocessing layers one after the other, as one layer.
///
/// `(…) → (…)`, as the layers say.
///
/// ```java
/// new Pipeline(new RandomFlip("horizontal"), new RandomZoom(0.1)).outputShape(Shape.batch(8, 8, 3))   // (None, 8, 8, 3)
/// ```
///
/// Source: [Keras,
/// Pipeline](https://keras.io/api/layers/preprocessing_layers/image_augmentation/pipeline/).
public final class Pipeline extends FluentLayer<Pipeline> {
    private final List<Layer> layers;

    /// The layers, the first one first.
    public Pipeline(List<Layer> layers) {
        this.layers = List.copyOf(layers);
    }

    /// The layers, the first one first.
    public Pipeline(Layer... layers) {
        this(List.of(layers));
    }

    @Override
    protected Tensor call(Tensor x, Pass pass) {
        Call how = pass.training(true) ? Call.training() : Call.inference();
        Tensor y = x;
        for (Layer layer : layers) {
            y = layer.apply(y, how);
        }
        return y;
    }

    @Override
    public Config getConfig() {
        Config config = super.getConfig();
        config.remove("trainable"); // Keras writes only the layers and the name
        config.remove("dtype");
        return config;
    }
}
