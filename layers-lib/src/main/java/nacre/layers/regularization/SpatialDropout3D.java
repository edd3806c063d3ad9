package nacre.layers.regularization;

/// Dropout of whole channels of volumes while training: neighbours say much the same, so single
/// numbers are not enough.
///
/// `(batch, depth, height, width, channels) → the same`; what is kept is multiplied by `1 / (1 -
/// rate)`.
///
/// ```java
/// new SpatialDropout3D(0.5).outputShape(Shape.batch(4, 4, 4, 2))   // (None, 4, 4, 4, 2)
/// ```
///
/// Source: Tompson and others, Efficient object localization using convolutional networks (2014);
/// [Keras, SpatialDropout3D](https://keras.io/api/layers/regularization_layers/spatial_dropout3d/).
public final class SpatialDropout3D extends SpatialDropout<SpatialDropout3D> {
    /// The share of channels to drop, between 0 and 1.
    public SpatialDropout3D(double rate) {
        super(rate, 3);
    }
}
