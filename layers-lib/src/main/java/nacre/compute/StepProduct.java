package nacre.compute;

/// The product that a step of a sequence begins with, `c (+)= a · B` for a few samples: one panel
/// of columns after the other. [StepKernels] gets it ready.
record StepProduct(Tiles tiles, Panels panels, int columns) {

    /// How many samples go through the steps together: as many as the lowest tile has rows. With
    /// more, the kernels would not be read less often, as they do not stay in the nearest cache
    /// between two tiles; with few, a thread that the machine holds up holds up no others.
    static final int TOGETHER = 4;

    /// All columns.
    ///
    /// @param bias where the bias of the first column is, if `end` has one
    void run(Epilogue end, int bias, int aAt, int from, int to, int cAt) {
        for (int j = 0; j < columns; j += Tiles.COLUMNS) {
            int width = Math.min(Tiles.COLUMNS, columns - j);
            end.run(tiles, aAt, from, to, panels.of(j), cAt + j, bias + j, width, true, true);
        }
    }
}
