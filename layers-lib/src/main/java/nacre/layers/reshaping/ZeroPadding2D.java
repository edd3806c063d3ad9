package nacre.layers.reshaping;

/// Puts zeros around an image; (batch, height, width, channels) → the same with larger sizes.
///
/// ```java
/// new ZeroPadding2D(2).outputShape(Shape.batch(28, 28, 3))   // (None, 32, 32, 3)
/// ```
///
/// Source: [Keras, ZeroPadding2D](https://keras.io/api/layers/reshaping_layers/zero_padding2d/).
public final class ZeroPadding2D extends ZeroPadding<ZeroPadding2D> {
    /// One zero at every end.
    public ZeroPadding2D() {
        super(Edges.same("padding", 2, 1));
    }

    /// As much at all edges, or one number for height and one for width.
    public ZeroPadding2D(int... padding) {
        super(Edges.same("padding", 2, padding));
    }

    /// `{{top, bottom}, {left, right}}`.
    public ZeroPadding2D(int[][] padding) {
        super(Edges.of("padding", 2, padding));
    }

    ZeroPadding2D(Edges padding) {
        super(padding.checked("padding", 2));
    }
}
