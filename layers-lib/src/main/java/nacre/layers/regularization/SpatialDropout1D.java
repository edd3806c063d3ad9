package nacre.layers.regularization;

/// Dropout of whole channels of sequences while training: neighbours say much the same, so single
/// numbers are not enough.
///
/// `(batch, steps, channels) → the same`; what is kept is multiplied by `1 / (1 - rate)`.
///
/// ```java
/// new SpatialDropout1D(0.5).outputShape(Shape.batch(8, 2))   // (None, 8, 2)
/// ```
///
/// Source: Tompson and others, Efficient object localization using convolutional networks (2014);
/// [Keras, SpatialDropout1D](https://keras.io/api/layers/regularization_layers/spatial_dropout1d/).
public final class SpatialDropout1D extends SpatialDropout<SpatialDropout1D> {
    /// The share of channels to drop, between 0 and 1.
    public SpatialDropout1D(double rate) {
        super(rate, 1);
    }
}
