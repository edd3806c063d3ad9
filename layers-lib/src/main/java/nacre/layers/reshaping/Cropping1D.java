package nacre.layers.reshaping;

/// Cuts off the edges of a sequence; (batch, steps, channels) → the same with smaller sizes.
///
/// ```java
/// new Cropping1D(1, 2).outputShape(Shape.batch(10, 3))   // (None, 7, 3)
/// ```
///
/// Source: [Keras, Cropping1D](https://keras.io/api/layers/reshaping_layers/cropping1d/).
public final class Cropping1D extends Cropping<Cropping1D> {
    /// Cuts 1 at both ends.
    public Cropping1D() {
        super(Edges.same("cropping", 1, 1));
    }

    /// As much at both ends.
    public Cropping1D(int cropping) {
        this(cropping, cropping);
    }

    /// This much at the start and at the end.
    public Cropping1D(int start, int end) {
        super(Edges.of("cropping", 1, new int[] {start, end}));
    }

    Cropping1D(Edges cropping) {
        super(cropping.checked("cropping", 1));
    }
}
