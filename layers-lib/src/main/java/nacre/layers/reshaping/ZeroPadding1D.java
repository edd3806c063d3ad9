package nacre.layers.reshaping;

/// Puts zeros around a sequence; (batch, steps, channels) → the same with larger sizes.
///
/// ```java
/// new ZeroPadding1D(1, 2).outputShape(Shape.batch(7, 3))   // (None, 10, 3)
/// ```
///
/// Source: [Keras, ZeroPadding1D](https://keras.io/api/layers/reshaping_layers/zero_padding1d/).
public final class ZeroPadding1D extends ZeroPadding<ZeroPadding1D> {
    /// One zero at every end.
    public ZeroPadding1D() {
        super(Edges.same("padding", 1, 1));
    }

    /// As much at both ends.
    public ZeroPadding1D(int padding) {
        this(padding, padding);
    }

    /// This much at the start and at the end.
    public ZeroPadding1D(int start, int end) {
        super(Edges.of("padding", 1, new int[] {start, end}));
    }

    ZeroPadding1D(Edges padding) {
        super(padding.checked("padding", 1));
    }
}
