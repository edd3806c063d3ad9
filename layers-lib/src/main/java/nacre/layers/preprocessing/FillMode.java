package nacre.layers.preprocessing;

import nacre.layers.config.NameChoices;

/// What lies outside of an image, for pixels that come from there.
enum FillMode {
    /// One colour.
    CONSTANT,
    /// The colour of the edge.
    NEAREST,
    /// The image again, from its other side.
    WRAP,
    /// The mirror image, the edge twice.
    REFLECT,
    /// The mirror image, the edge once.
    MIRROR;

    static FillMode of(String name) {
        return NameChoices.choose("fillMode", name, values());
    }

    /// Which place of an axis of size `n` stands for place `i`, which may lie outside; -1: none
    /// does.
    int place(int i, int n) {
        return switch (this) {
            case CONSTANT -> i >= 0 && i < n ? i : -1;
            case NEAREST -> Math.clamp(i, 0, n - 1);
            case WRAP -> Math.floorMod(i, n);
            case REFLECT -> mirrored(Math.floorMod(i, 2 * n), 2 * n - 1, n);
            case MIRROR -> n == 1 ? 0 : mirrored(Math.floorMod(i, 2 * n - 2), 2 * n - 2, n);
        };
    }

    private static int mirrored(int i, int turn, int n) {
        return i < n ? i : turn - i;
    }
}
