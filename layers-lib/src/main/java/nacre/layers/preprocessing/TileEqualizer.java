package nacre.layers.preprocessing;

/// Equalizes the brightness, 0 to 255, of one channel of one image, tile by tile.
///
/// Each tile has a table from old to new brightness; a pixel's is mixed from those of the four
/// tiles around it.
///
/// @param height of the image
/// @param width of the image
/// @param rows of tiles
/// @param columns of tiles
/// @param limit how many times its even share a brightness may have
record TileEqualizer(int height, int width, int rows, int columns, double limit) {

    void equalize(float[] x, int offset, float[] result) {
        int tall = (height + rows - 1) / rows;
        int wide = (width + columns - 1) / columns;
        float[][][] tables = new float[rows][columns][];
        for (int r = 0; r < rows; r++) {
            for (int c = 0; c < columns; c++) {
                tables[r][c] = table(x, offset, r * tall, c * wide, tall, wide);
            }
        }
        for (int i = 0; i < height; i++) {
            float down = (i - tall / 2f) / tall;
            for (int j = 0; j < width; j++) {
                float right = (j - wide / 2f) / wide;
                int value = value(x[offset + i * width + j]);
                result[offset + i * width + j] = mixed(tables, down, right, value);
            }
        }
    }

    private float mixed(float[][][] tables, float down, float right, int value) {
        int r = (int) Math.floor(down);
        int c = (int) Math.floor(right);
        float y = down - r;
        float x = right - c;
        float above = at(tables, r, c, value) * (1 - x) + at(tables, r, c + 1, value) * x;
        float below = at(tables, r + 1, c, value) * (1 - x) + at(tables, r + 1, c + 1, value) * x;
        return above * (1 - y) + below * y;
    }

    private float at(float[][][] tables, int r, int c, int value) {
        return tables[Math.clamp(r, 0, rows - 1)][Math.clamp(c, 0, columns - 1)][value];
    }

    private static int value(float x) {
        return Math.clamp((int) x, 0, 255);
    }

    /// The new brightness for each old one, from how frequent they are in a tile; beyond the image
    /// is its mirror image.
    private float[] table(float[] x, int offset, int top, int left, int tall, int wide) {
        float[] counts = new float[256];
        for (int i = top; i < top + tall; i++) {
            for (int j = left; j < left + wide; j++) {
                int row = FillMode.REFLECT.place(i, height);
                int column = FillMode.REFLECT.place(j, width);
                counts[value(x[offset + row * width + column])]++;
            }
        }
        float most = (float) (limit * tall * wide / 256);
        float excess = 0;
        for (int v = 0; v < 256 && limit > 0; v++) {
            excess += Math.max(0, counts[v] - most);
            counts[v] = Math.min(counts[v], most);
        }
        float[] table = new float[256];
        float sum = 0;
        for (int v = 0; v < 256; v++) {
            sum += counts[v] + excess / 256;
            table[v] = sum;
        }
        float first = table[0];
        float rest = tall * wide - first;
        for (int v = 0; v < 256; v++) {
            table[v] = Math.clamp((table[v] - first) * 255 / (rest == 0 ? 1 : rest), 0, 255);
        }
        return table;
    }
}
