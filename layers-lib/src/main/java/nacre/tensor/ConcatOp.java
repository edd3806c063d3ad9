package nacre.tensor;

import java.util.Arrays;

/// One after the other along an axis.
record ConcatOp(int axis) implements Op {
    @Override
    public Shape shape(Shape... in) {
        int size = 0;
        for (Shape shape : in) {
            if (!fits(in[0], shape)) {
                throw new IllegalArgumentException(
                        "Tensors to be joined along axis "
                                + axis
                                + " must agree in all other axes; got "
                                + Arrays.toString(in)
                                + ".");
            }
            size =
                    size == Shape.NONE || shape.dim(axis) == Shape.NONE
                            ? Shape.NONE
                            : size + shape.dim(axis);
        }
        return in[0].with(axis, size);
    }

    private boolean fits(Shape first, Shape other) {
        return first.rank() == other.rank() && first.drop(axis).accepts(other.drop(axis));
    }

    @Override
    public float[] forward(Shape out, Tensor... x) {
        float[] result = Tape.array(out.size());
        int outer = out.size(0, axis);
        int row = out.size(axis, out.rank());
        int at = 0;
        for (Tensor part : x) {
            int width = part.shape().size(axis, part.rank());
            for (int i = 0; i < outer; i++) {
                System.arraycopy(part.data(), i * width, result, i * row + at, width);
            }
            at += width;
        }
        return result;
    }

    @Override
    public void backward(Back b) {
        int at = 0;
        for (int i = 0; i < b.inputs(); i++) {
            int from = at;
            int to = at + b.x(i).dim(axis);
            b.send(i, () -> b.g().slice(axis, from, to));
            at = to;
        }
    }
}
