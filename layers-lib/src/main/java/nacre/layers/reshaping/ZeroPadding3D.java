package nacre.layers.reshaping;

/// Puts zeros around a volume; (batch, depth, height, width, channels) → the same with larger
/// sizes.
///
/// ```java
/// new ZeroPadding3D(2).outputShape(Shape.batch(28, 28, 10, 3))   // (None, 32, 32, 14, 3)
/// ```
///
/// Source: [Keras, ZeroPadding3D](https://keras.io/api/layers/reshaping_layers/zero_padding3d/).
public final class ZeroPadding3D extends ZeroPadding<ZeroPadding3D> {
    /// One zero at every end.
    public ZeroPadding3D() {
        super(Edges.same("padding", 3, 1));
    }

    /// As much at all edges, or one number for each axis.
    public ZeroPadding3D(int... padding) {
        super(Edges.same("padding", 3, padding));
    }

    /// A pair (start, end) for each axis.
    public ZeroPadding3D(int[][] padding) {
        super(Edges.of("padding", 3, padding));
    }

    ZeroPadding3D(Edges padding) {
        super(padding.checked("padding", 3));
    }
}
