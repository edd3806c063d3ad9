package nacre.layers.reshaping;

/// Cuts off the edges of a volume; (batch, depth, height, width, channels) → the same with smaller
/// sizes.
///
/// ```java
/// new Cropping3D(2).outputShape(Shape.batch(28, 28, 10, 3))   // (None, 24, 24, 6, 3)
/// ```
///
/// Source: [Keras, Cropping3D](https://keras.io/api/layers/reshaping_layers/cropping3d/).
public final class Cropping3D extends Cropping<Cropping3D> {
    /// Cuts 1 at every end.
    public Cropping3D() {
        super(Edges.same("cropping", 3, 1));
    }

    /// As much at all edges, or one number for each axis.
    public Cropping3D(int... cropping) {
        super(Edges.same("cropping", 3, cropping));
    }

    /// A pair (start, end) for each axis.
    public Cropping3D(int[][] cropping) {
        super(Edges.of("cropping", 3, cropping));
    }

    Cropping3D(Edges cropping) {
        super(cropping.checked("cropping", 3));
    }
}
