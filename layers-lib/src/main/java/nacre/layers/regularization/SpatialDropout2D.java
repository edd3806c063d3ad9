package nacre.layers.regularization;

/// Dropout of whole channels of images while training: neighbours say much the same, so single
/// numbers are not enough.
///
/// `(batch, height, width, channels) → the same`; what is kept is multiplied by `1 / (1 - rate)`.
///
/// ```java
/// new SpatialDropout2D(0.5).outputShape(Shape.batch(8, 8, 2))   // (None, 8, 8, 2)
/// ```
///
/// Source: Tompson and others, Efficient object localization using convolutional networks (2014);
/// [Keras, SpatialDropout2D](https://keras.io/api/layers/regularization_layers/spatial_dropout2d/).
public final class SpatialDropout2D extends SpatialDropout<SpatialDropout2D> {
    /// The share of channels to drop, between 0 and 1.
    public SpatialDropout2D(double rate) {
        super(rate, 2);
    }
}
