package nacre.compute;

/// The gradients that the states of a sequence get from what is done with them: all of them, or the
/// last ones alone, as when nobody asks for the others. Those would be zeros, and to write them and
/// read them again takes longer than many a step.
///
/// @param g `batch × (steps + 1) × width`, or for the last ones alone `batch × width`
/// @param batch how many samples
/// @param steps how many steps
/// @param width how many numbers a state has
record StateGradients(float[] g, int batch, int steps, int width) {
    private boolean all() {
        return g.length == batch * (steps + 1) * width;
    }

    /// Begins the way back of a few samples: `d = g` of the states after the last step.
    ///
    /// @param d `batch × width`
    void last(float[] d, int from, int to) {
        for (int n = from; n < to; n++) {
            int at = all() ? (n * (steps + 1) + steps) * width : n * width;
            System.arraycopy(g, at, d, n * width, width);
        }
    }

    /// `d += g` of the states before a step, if they have any.
    void add(int step, float[] d, int from, int to) {
        for (int n = from; n < to && all(); n++) {
            int at = (n * (steps + 1) + step) * width;
            Elementwise.Part.binary(Binary.ADD, d, n * width, g, at, d, n * width, width);
        }
    }
}
