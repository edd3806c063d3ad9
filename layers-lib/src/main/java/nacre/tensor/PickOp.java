package nacre.tensor;

import java.util.Arrays;

/// One number of each row, by its index.
record PickOp() implements Op {
    @Override
    public Shape shape(Shape... in) {
        Shape rows = in[0].drop(-1);
        if (!rows.accepts(in[1])) {
            throw new IllegalArgumentException(
                    "Of numbers of shape "
                            + in[0]
                            + " indexes of shape "
                            + rows
                            + " can pick one in each row; got indexes of shape "
                            + in[1]
                            + ".");
        }
        return rows;
    }

    @Override
    public float[] forward(Shape out, Tensor... x) {
        int width = x[0].dim(-1);
        float[] values = x[0].data();
        float[] indexes = x[1].data();
        float[] result = Tape.array(out.size());
        for (int i = 0; i < result.length; i++) {
            result[i] = values[i * width + index(indexes[i], width)];
        }
        return result;
    }

    private static int index(float index, int width) {
        int at = (int) index;
        if (at != index || at < 0 || at >= width) {
            throw new IllegalArgumentException(
                    "Index "
                            + index
                            + " is not one of 0 to "
                            + (width - 1)
                            + ", the places of a row.");
        }
        return at;
    }

    @Override
    public void backward(Back b) {
        b.send(
                0,
                () -> {
                    Shape shape = b.x(0).shape();
                    float[] g = b.g().data();
                    float[] indexes = b.x(1).data();
                    float[] result = Tape.array(shape.size());
                    Arrays.fill(result, 0);
                    for (int i = 0; i < g.length; i++) {
                        result[i * shape.last() + (int) indexes[i]] = g[i];
                    }
                    return Tensor.wrap(result, shape);
                });
    }
}
