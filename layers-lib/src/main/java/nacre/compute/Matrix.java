package nacre.compute;

/// A matrix inside an array: element `(i, j)` is `data[at + i · row + j · column]`.
record Matrix(float[] data, int at, int row, int column) {

    /// The part that begins at row `i` and column `j`.
    Matrix from(int i, int j) {
        return new Matrix(data, at + i * row + j * column, row, column);
    }

    Matrix transposed() {
        return new Matrix(data, at, column, row);
    }

    float get(int i, int j) {
        return data[at + i * row + j * column];
    }
}
