package nacre.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import nacre.tensor.Tape;
import nacre.tensor.Tensor;
import nacre.training.losses.CTC;
import nacre.training.losses.CategoricalCrossentropy;
import nacre.training.losses.Circle;
import nacre.training.losses.Hinge;
import nacre.training.losses.Huber;
import nacre.training.losses.MeanSquaredError;
import nacre.training.losses.SparseCategoricalCrossentropy;
import org.junit.jupiter.api.Test;

class LossesTest {
    private static final Tensor TRUE = Tensor.of(new float[][] {{0, 0}, {0, 0}});
    private static final Tensor PRED = Tensor.of(new float[][] {{1, 1}, {3, 3}}); // losses 1 and 9
    private static final Tensor WEIGHTS = Tensor.of(new float[] {2, 0});

    private static float mse(String reduction) {
        return new MeanSquaredError().reduction(reduction).apply(TRUE, PRED, WEIGHTS).item();
    }

    @Test
    void reductionsDivideByDifferentThings() {
        assertEquals(2, mse("sum"));
        assertEquals(1, mse("sum_over_batch_size"));
        assertEquals(1, mse("mean"));
        assertEquals(1, mse("mean_with_sample_weight")); // 2 / 2
        assertArrayEquals(
                new float[] {2, 0},
                new MeanSquaredError().reduction("none").apply(TRUE, PRED, WEIGHTS).toArray());
    }

    @Test
    void aMaskLeavesTheMeanOneOverWhatIsLeft() {
        Tensor masked = PRED.withMask(Tensor.of(new float[] {0, 1}));
        assertEquals(9, new MeanSquaredError().apply(TRUE, masked).item());
    }

    @Test
    void aMaskAndWeightsAreMultiplied() {
        Tensor masked = PRED.withMask(Tensor.of(new float[] {0, 1}));
        assertEquals(
                4.5f,
                new MeanSquaredError()
                        .apply(TRUE, masked, Tensor.of(new float[] {7, 0.5f}))
                        .item());
    }

    @Test
    void nothingIsLeftWhenAllIsMasked() {
        Tensor masked = PRED.withMask(Tensor.of(new float[] {0, 0}));
        assertEquals(0, new MeanSquaredError().apply(TRUE, masked).item());
    }

    @Test
    void anIgnoredClassDoesNotCountInTheMean() {
        var loss = new SparseCategoricalCrossentropy().ignoreClass(-1);
        Tensor p = Tensor.of(new float[][] {{0.5f, 0.5f}, {0.1f, 0.9f}});
        assertEquals(Math.log(2), loss.apply(Tensor.of(new float[] {0, -1}), p).item(), 1e-6);
    }

    @Test
    void sparseAndCategoricalCrossentropyAreTheSame() {
        Tensor y = Tensor.of(new float[] {2, 0});
        for (boolean logits : new boolean[] {false, true}) {
            // not quite shares
            Tensor p = Tensor.of(new float[][] {{0.2f, 0.3f, 0.6f}, {0.7f, 0.1f, 0.1f}});
            var sparse = new SparseCategoricalCrossentropy().fromLogits(logits);
            var dense = new CategoricalCrossentropy().fromLogits(logits);
            var first = new Tape();
            Tensor a = first.watch(p);
            Tensor one = sparse.apply(y, a);
            var second = new Tape();
            Tensor b = second.watch(p);
            Tensor other = dense.apply(y.oneHot(3), b);
            assertEquals(other.item(), one.item(), 1e-6);
            assertArrayEquals(
                    second.gradients(other).of(b).toArray(),
                    first.gradients(one).of(a).toArray(),
                    1e-6f);
        }
    }

    @Test
    void theClassesMayLieOnAnotherAxis() {
        // (batch, classes, places)
        Tensor p = Tensor.of(new float[] {0.9f, 0.2f, 0.1f, 0.8f}, 1, 2, 2);
        float loss =
                new SparseCategoricalCrossentropy()
                        .axis(1)
                        .apply(Tensor.of(new float[] {0, 1}, 1, 2), p)
                        .item();
        assertEquals(-(Math.log(0.9) + Math.log(0.8)) / 2, loss, 1e-6);
    }

    @Test
    void aClassThatDoesNotExistIsNamed() {
        var loss = new SparseCategoricalCrossentropy();
        Tensor p = Tensor.of(new float[][] {{0.5f, 0.5f}});
        var error =
                assertThrows(
                        IllegalArgumentException.class,
                        () -> loss.apply(Tensor.of(new float[] {2}), p));
        assertTrue(error.getMessage().contains("2 classes (0 to 1)"), error.getMessage());
    }

    @Test
    void hingeTakesZeroForMinusOne() {
        Tensor p = Tensor.of(new float[][] {{-0.5f, 2}});
        assertEquals(
                new Hinge().apply(Tensor.of(new float[][] {{-1, 1}}), p).item(),
                new Hinge().apply(Tensor.of(new float[][] {{0, 1}}), p).item());
    }

    @Test
    void aTargetOfOneAxisFitsPredictionsOfOneColumn() {
        Tensor p = Tensor.of(new float[][] {{1}, {2}, {3}});
        assertEquals(0, new MeanSquaredError().apply(Tensor.of(new float[] {1, 2, 3}), p).item());
    }

    @Test
    void ctcIsTheProbabilityOfAllPathsThatReadAsTheTarget() {
        // two steps, target "1": the paths are 1·, ·1 and 11
        Tensor p = Tensor.of(new float[] {0.6f, 0.4f, 0.3f, 0.7f}, 1, 2, 2);
        double sum = 0.4 * 0.3 + 0.6 * 0.7 + 0.4 * 0.7;
        assertEquals(
                -Math.log(sum),
                new CTC().apply(Tensor.of(new float[][] {{1}}), p.log()).item(),
                1e-5);
    }

    @Test
    void ctcNeedsABlankBetweenTwoOfTheSameLetter() {
        Tensor p = Tensor.of(new float[] {0.5f, 0.5f, 0.5f, 0.5f, 0.5f, 0.5f}, 1, 3, 2);
        // of the eight paths only 1·1 reads "11"
        assertEquals(
                -Math.log(0.125),
                new CTC().apply(Tensor.of(new float[][] {{1, 1}}), p.log()).item(),
                1e-5);
    }

    @Test
    void inCircleLossWhoHasNoFriendDoesNotCount() {
        Tensor vectors = Tensor.of(new float[][] {{1, 0}, {0, 1}});
        assertEquals(0, new Circle().apply(Tensor.of(new float[] {0, 1}), vectors).item());
    }

    @Test
    void aNameMayBeShortOrLong() {
        assertEquals("mean_squared_error", Loss.of("mse").name());
        assertEquals("huber_loss", Loss.of("huber").name());
        assertEquals("kl_divergence", Loss.of("KLD").name());
    }

    @Test
    void aWrongNameSuggestsTheRightOne() {
        var error =
                assertThrows(IllegalArgumentException.class, () -> Loss.of("mean_square_error"));
        assertTrue(error.getMessage().contains("\"mean_squared_error\""), error.getMessage());
        assertThrows(IllegalArgumentException.class, () -> new Huber().reduction("bad"));
    }
}
