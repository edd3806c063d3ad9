package nacre.layers.reshaping;

/// Cuts off the edges of an image; (batch, height, width, channels) → the same with smaller sizes.
///
/// ```java
/// new Cropping2D(2).outputShape(Shape.batch(28, 28, 3))   // (None, 24, 24, 3)
/// ```
///
/// Source: [Keras, Cropping2D](https://keras.io/api/layers/reshaping_layers/cropping2d/).
public final class Cropping2D extends Cropping<Cropping2D> {
    /// Cuts nothing.
    public Cropping2D() {
        super(Edges.same("cropping", 2, 0));
    }

    /// As much at all edges, or one number for height and one for width.
    public Cropping2D(int... cropping) {
        super(Edges.same("cropping", 2, cropping));
    }

    /// `{{top, bottom}, {left, right}}`.
    public Cropping2D(int[][] cropping) {
        super(Edges.of("cropping", 2, cropping));
    }

    Cropping2D(Edges cropping) {
        super(cropping.checked("cropping", 2));
    }
}
