package nacre.compute;

/// Where the results of a convolution go, one strip of a [Sweep] after another.
sealed interface StripTarget permits StripTarget.Direct, MaxPooledStrips {
    /// The array that the calling thread computes a strip into.
    float[] array();

    /// Where the result of each place of a strip lies in it, seen from the first.
    void places(int[] places);

    /// Where the first result of strip `s` lies in it.
    int at(int s);

    /// What is left to do when strip `s` is computed.
    void finish(int s);

    /// Straight into the result.
    record Direct(Sweep sweep, float[] out) implements StripTarget {
        @Override
        public float[] array() {
            return out;
        }

        @Override
        public void places(int[] places) {
            sweep.places(places);
        }

        @Override
        public int at(int s) {
            return sweep.target(s);
        }

        @Override
        public void finish(int s) {}
    }
}
