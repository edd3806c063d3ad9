package nacre.tensor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Every operation's gradient against the slope that small steps show.
class GradientsTest {
    private static final float STEP = 4e-3f;
    private static final Tensor OTHER = spaced(0.31f, 0.05f, 11);

    /// Operations on numbers between 0.2 and 0.9, of shape (2, 3, 4).
    private static final Map<String, UnaryOperator<Tensor>> OPERATIONS = new TreeMap<>();

    static {
        OPERATIONS.put("add", x -> x.add(OTHER).add(x));
        OPERATIONS.put("sub", x -> OTHER.sub(x).sub(x.mul(3)));
        OPERATIONS.put("mul", x -> x.mul(OTHER).mul(x));
        OPERATIONS.put("div", x -> OTHER.div(x).div(x.add(1)));
        OPERATIONS.put("pow", x -> x.pow(OTHER).add(OTHER.pow(x)));
        OPERATIONS.put("stretched add", x -> x.add(x.at(0, 0)).mul(x.meanKeep(1)));
        OPERATIONS.put("maximum", x -> x.maximum(OTHER));
        OPERATIONS.put("minimum", x -> x.minimum(OTHER));
        OPERATIONS.put("clip", x -> x.clip(0.4f, 0.7f));
        OPERATIONS.put("where", x -> x.where(OTHER.greater(1), x.mul(2)));
        OPERATIONS.put(
                "functions",
                x -> x.exp().add(x.log()).add(x.sqrt()).add(x.rsqrt()).add(x.square()));
        OPERATIONS.put(
                "more functions",
                x -> x.reciprocal().add(x.log1p()).add(x.expm1()).add(x.abs()).add(x.neg()));
        OPERATIONS.put(
                "circle",
                x -> x.sin().add(x.cos()).add(x.tan()).add(x.asin()).add(x.acos()).add(x.atan()));
        OPERATIONS.put(
                "hyperbola",
                x -> x.sinh().add(x.cosh()).add(x.tanh()).add(x.asinh()).add(x.atanh()));
        OPERATIONS.put("acosh", x -> x.add(2).acosh());
        OPERATIONS.put(
                "activations", x -> x.sigmoid().add(x.relu()).add(x.softplus()).add(x.erf()));
        OPERATIONS.put("softmax", x -> x.softmax(-1).mul(OTHER).add(x.softmax(1).mul(OTHER)));
        OPERATIONS.put("logSoftmax", x -> x.logSoftmax(-1).mul(OTHER));
        OPERATIONS.put("sum", x -> x.square().sum(0, 2));
        OPERATIONS.put("mean", x -> x.square().mean(1));
        OPERATIONS.put("variance", x -> x.variance(-1));
        OPERATIONS.put("max", x -> x.max(2).mul(x.min(1).sum()));
        OPERATIONS.put("prod", x -> x.prod(1));
        OPERATIONS.put("prod with zeros", x -> x.sub(input().mul(OTHER.greater(1))).prod(1));
        OPERATIONS.put("cumsum", x -> x.cumsum(1).mul(OTHER));
        OPERATIONS.put("reshape", x -> x.reshape(6, 4).mul(OTHER.reshape(6, 4)));
        OPERATIONS.put("permute", x -> x.permute(2, 0, 1).mul(OTHER.permute(2, 0, 1)));
        OPERATIONS.put("slice", x -> x.slice(2, 1, 4, 2).mul(x.slice(2, 0, 2)));
        OPERATIONS.put("reverse", x -> x.reverse(1).mul(OTHER));
        OPERATIONS.put("repeat", x -> x.repeat(2, 1).mul(x.repeat(2, 1)));
        OPERATIONS.put("pad", x -> x.pad(new int[] {0, 1, 0}, new int[] {0, 0, 2}, 5).square());
        OPERATIONS.put("concat", x -> Shaping.concat(List.of(x, OTHER, x.square()), 1).square());
        OPERATIONS.put(
                "rows", x -> x.reshape(6, 4).rows(Tensor.of(new float[] {0, 5, 0, 2})).square());
        OPERATIONS.put("matmul", x -> x.matmul(OTHER.at(0, 0).transpose()).square());
        OPERATIONS.put("batched matmul", x -> x.matmul(x.transpose()).matmul(OTHER));
        OPERATIONS.put(
                "product of transposed",
                x -> x.product(OTHER, true, false).mul(x.product(x, true, false)));
        OPERATIONS.put("einsum", x -> Products.einsum("bij,bkj->bik", List.of(x, OTHER)).square());
        OPERATIONS.put("einsum of one", x -> Products.einsum("bij->ji", List.of(x)).square());
        OPERATIONS.put(
                "conv", x -> x.conv(kernel(3, 4, 2), Sliding.over(1, Padding.SAME)).square());
        OPERATIONS.put(
                "conv by its kernel",
                x -> OTHER.conv(x.reshape(2, 4, 3), Sliding.over(1, Padding.VALID)).square());
        OPERATIONS.put(
                "depthwise",
                x -> x.depthwiseConv(kernel(2, 4, 2), Sliding.over(1, Padding.VALID)).square());
        OPERATIONS.put(
                "transposed conv",
                x -> x.convTranspose(kernel(2, 3, 4), Sliding.over(1, Padding.VALID), 4).square());
        OPERATIONS.put(
                "max pooling",
                x -> x.maxPool(new int[] {2}, Sliding.over(1, Padding.SAME)).square());
        OPERATIONS.put(
                "average pooling",
                x -> x.averagePool(new int[] {2}, Sliding.over(1, Padding.SAME)).square());
        OPERATIONS.put(
                "adaptive pooling",
                x -> x.adaptiveAveragePool(2).add(x.adaptiveMaxPool(2)).square());
    }

    private static Tensor kernel(int... dims) {
        return random(Shape.of(dims), 3, -1, 1);
    }

    private static Tensor input() {
        return spaced(0.205f, 0.03f, 7);
    }

    /// Numbers in no order, farther apart, also from those of another such tensor, than the steps:
    /// none change places.
    private static Tensor spaced(float first, float gap, int jump) {
        float[] values = new float[24];
        for (int i = 0; i < values.length; i++) {
            values[i] = first + gap * (i * jump % 24);
        }
        return Tensor.of(values, 2, 3, 4);
    }

    private static Tensor random(Shape shape, long seed, float low, float high) {
        var random = new Random(seed);
        float[] values = new float[shape.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = low + (high - low) * random.nextFloat();
        }
        return Tensor.of(values, shape.dims());
    }

    @TestFactory
    Stream<DynamicTest> gradientsEqualSlopes() {
        return OPERATIONS.entrySet().stream()
                .map(
                        entry ->
                                DynamicTest.dynamicTest(
                                        entry.getKey(), () -> check(entry.getValue())));
    }

    private static void check(UnaryOperator<Tensor> operation) {
        Tensor x = input();
        var tape = new Tape();
        Tensor watched = tape.watch(x);
        Tensor y = operation.apply(watched);
        Tensor upstream = random(y.shape(), 4, -1, 1);
        float[] gradient = tape.gradients(y, upstream).of(watched).toArray();
        for (int i = 0; i < gradient.length; i++) {
            double slope =
                    (loss(operation, x, i, STEP, upstream) - loss(operation, x, i, -STEP, upstream))
                            / (2 * STEP);
            assertEquals(slope, gradient[i], 0.02 * Math.max(1, Math.abs(slope)), "at " + i);
        }
    }

    private static double loss(
            UnaryOperator<Tensor> operation, Tensor x, int i, float step, Tensor upstream) {
        float[] moved = x.toArray();
        moved[i] += step;
        float[] y = operation.apply(Tensor.of(moved, x.shape().dims())).toArray();
        float[] u = upstream.toArray();
        double sum = 0;
        for (int j = 0; j < y.length; j++) {
            sum += (double) y[j] * u[j];
        }
        return sum;
    }

    @TestFactory
    Stream<DynamicTest> ghostsHaveTheShapeOfTheRealThing() {
        return OPERATIONS.entrySet().stream()
                .map(
                        entry ->
                                DynamicTest.dynamicTest(
                                        entry.getKey(),
                                        () ->
                                                assertEquals(
                                                        entry.getValue().apply(input()).shape(),
                                                        entry.getValue()
                                                                .apply(
                                                                        Tensor.ghost(
                                                                                Shape.of(2, 3, 4)))
                                                                .shape())));
    }
}
