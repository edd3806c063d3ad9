package nacre.tensor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Random;
import nacre.compute.Unary;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.NullSource;

/// Operations that do several steps at once, against the steps.
class LayerOpsTest {
    private final Random random = new Random(4);

    private Tensor some(int... dims) {
        float[] values = new float[Shape.of(dims).size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = random.nextFloat(-1, 1);
        }
        return Tensor.of(values, dims);
    }

    private static Tensor composed(Tensor product, @Nullable Tensor bias, @Nullable Unary f) {
        Tensor sum = bias == null ? product : product.add(bias);
        return f == null
                ? sum
                : switch (f) {
                    case RELU -> sum.maximum(0);
                    case SIGMOID -> sum.neg().exp().add(1).reciprocal();
                    case TANH -> sum.exp().sub(sum.neg().exp()).div(sum.exp().add(sum.neg().exp()));
                    default -> throw new IllegalArgumentException(f.name());
                };
    }

    private static void assertSame(
            List<Tensor> leaves,
            java.util.function.Function<List<Tensor>, Tensor> fused,
            java.util.function.Function<List<Tensor>, Tensor> plain) {
        List<Tensor> one = resultAndGradients(leaves, fused);
        List<Tensor> other = resultAndGradients(leaves, plain);
        for (int i = 0; i < one.size(); i++) {
            assertEquals(other.get(i).shape(), one.get(i).shape());
            assertArrayEquals(other.get(i).toArray(), one.get(i).toArray(), 2e-5f);
        }
    }

    private static List<Tensor> resultAndGradients(
            List<Tensor> leaves, java.util.function.Function<List<Tensor>, Tensor> f) {
        var tape = new Tape();
        List<Tensor> watched = leaves.stream().map(tape::watch).toList();
        Tensor y = f.apply(watched);
        Gradients gradients = tape.gradients(y.square());
        var all = new java.util.ArrayList<Tensor>();
        all.add(y.detach());
        watched.forEach(x -> all.add(gradients.of(x)));
        return all;
    }

    @ParameterizedTest
    @NullSource
    @EnumSource(names = {"RELU", "SIGMOID", "TANH"})
    void aDenseLayerIsAProductABiasAndAFunction(@Nullable Unary f) {
        for (int[] in : new int[][] {{5, 7}, {2, 3, 7}, {1, 7}, {0, 7}}) {
            assertSame(
                    List.of(some(in), some(7, 9), some(9)),
                    x -> x.get(0).matmul(x.get(1), x.get(2), f),
                    x -> composed(x.get(0).matmul(x.get(1)), x.get(2), f));
            assertSame(
                    List.of(some(in), some(7, 9)),
                    x -> x.get(0).matmul(x.get(1), null, f),
                    x -> composed(x.get(0).matmul(x.get(1)), null, f));
        }
    }

    @ParameterizedTest
    @NullSource
    @EnumSource(names = {"RELU", "SIGMOID", "TANH"})
    void aConvolutionalLayerIsAConvolutionABiasAndAFunction(@Nullable Unary f) {
        for (Padding padding : List.of(Padding.VALID, Padding.SAME)) {
            Sliding sliding = Sliding.over(2, padding);
            assertSame(
                    List.of(some(2, 6, 5, 3), some(3, 2, 3, 4), some(4)),
                    x -> x.get(0).conv(x.get(1), sliding, x.get(2), f),
                    x -> composed(x.get(0).conv(x.get(1), sliding), x.get(2), f));
        }
    }

    @ParameterizedTest
    @NullSource
    @EnumSource(names = {"RELU", "SIGMOID"})
    void aConvolutionWithAMaxPoolingIsOneAfterTheOther(@Nullable Unary f) {
        for (Padding padding : List.of(Padding.VALID, Padding.SAME)) {
            Sliding sliding = Sliding.over(2, padding);
            int[] size = {2, 3};
            var side = new Sliding(size, Padding.VALID, new int[] {1, 1}, 1);
            assertSame(
                    List.of(some(2, 7, 9, 3), some(3, 2, 3, 4), some(4)),
                    x -> x.get(0).convMaxPool(x.get(1), sliding, x.get(2), f, size),
                    x -> x.get(0).conv(x.get(1), sliding, x.get(2), f).maxPool(size, side));
            assertSame(
                    List.of(some(2, 7, 9, 3), some(3, 2, 3, 4)),
                    x -> x.get(0).convMaxPool(x.get(1), sliding, null, f, size),
                    x -> x.get(0).conv(x.get(1), sliding, null, f).maxPool(size, side));
        }
    }

    @Test
    void theLossOfAClassIsTheLogarithmOfItsClippedShare() {
        Tensor p = Tensor.of(new float[][] {{0.2f, 0.5f, 0.3f}, {2, 1, 3}, {1, 0, 0}, {0, 1, 0}});
        Tensor y = Tensor.of(new float[] {1, 0, 1, 1});
        assertSame(
                List.of(p),
                x -> x.get(0).classLoss(y, 1e-3f),
                x -> {
                    Tensor shares = x.get(0).div(x.get(0).sumKeep(-1)).clip(1e-3f, 1 - 1e-3f);
                    return y.oneHot(3).mul(shares.log()).sum(-1).neg();
                });
    }
}
