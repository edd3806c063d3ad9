package nacre.tensor;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/// Sorts along the last axis; going back, each gradient returns to where its number came from.
record SortOp() implements Op {
    @Override
    public Shape shape(Shape... in) {
        return in[0];
    }

    @Override
    public float[] forward(Shape out, Tensor... x) {
        float[] result = x[0].toArray();
        int width = out.last();
        for (int start = 0; start < result.length; start += width) {
            Arrays.sort(result, start, start + width);
        }
        return result;
    }

    @Override
    public void backward(Back b) {
        b.send(
                0,
                () -> {
                    float[] x = b.x(0).data();
                    float[] g = b.g().data();
                    float[] dx = Tape.array(x.length);
                    int width = b.x(0).dim(-1);
                    for (int start = 0; start < x.length; start += width) {
                        int[] order = order(x, start, width);
                        for (int i = 0; i < width; i++) {
                            dx[order[i]] = g[start + i];
                        }
                    }
                    return Tensor.wrap(dx, b.x(0).shape());
                });
    }

    private static int[] order(float[] x, int start, int width) {
        return IntStream.range(start, start + width)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> x[i]))
                .mapToInt(Integer::intValue)
                .toArray();
    }
}
