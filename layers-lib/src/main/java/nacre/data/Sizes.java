package nacre.data;

import java.io.IOException;
import java.nio.file.Path;
import nacre.tensor.Shape;

/// Shapes that a file claims.
final class Sizes {
    private Sizes() {}

    static Shape shape(Path path, int... sizes) throws IOException {
        long count = 1;
        for (int size : sizes) {
            count = size < 0 || count > Integer.MAX_VALUE ? Long.MAX_VALUE : count * size;
        }
        if (count > Integer.MAX_VALUE - 8) {
            throw new IOException(path + " claims more numbers than a tensor can hold.");
        }
        return Shape.of(sizes);
    }
}
