package nacre.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import nacre.layers.config.Registry;
import nacre.tensor.Shape;
import nacre.tensor.Tensor;
import nacre.training.metrics.AUC;
import nacre.training.metrics.BinaryAccuracy;
import nacre.training.metrics.BinaryIoU;
import nacre.training.metrics.F1Score;
import nacre.training.metrics.IoU;
import nacre.training.metrics.Mean;
import nacre.training.metrics.MeanAbsoluteError;
import nacre.training.metrics.Precision;
import nacre.training.metrics.R2Score;
import nacre.training.metrics.Recall;
import nacre.training.metrics.RecallAtPrecision;
import nacre.training.metrics.RootMeanSquaredError;
import nacre.training.metrics.SparseTopKCategoricalAccuracy;
import nacre.training.metrics.Sum;
import org.junit.jupiter.api.Test;

class MetricsTest {
    private static final Tensor ANSWERS = Tensor.of(new float[] {0, 0, 1, 1});
    private static final Tensor SCORES = Tensor.of(new float[] {0, 0.5f, 0.3f, 0.9f});
    private static final Tensor SOME = Tensor.of(new float[] {1, 0, 0, 1});

    @Test
    void valuesOfDocsComeOut() { // of Keras's documentation
        assertEquals(0.75f, after(new AUC().numThresholds(3), null));
        assertEquals(1, after(new AUC().numThresholds(3), SOME));
        assertEquals(0.5f, after(new RecallAtPrecision(0.8), null));
        assertEquals(1, after(new RecallAtPrecision(0.8), SOME));
        assertEquals(0.75f, after(new BinaryAccuracy(), null));
    }

    private static float after(Metric metric, Tensor weights) {
        metric.update(ANSWERS, SCORES, weights);
        return metric.result().item();
    }

    @Test
    void batchesAddUpAndAResetForgets() {
        var metric = new MeanAbsoluteError();
        metric.update(Tensor.of(new float[][] {{0}}), Tensor.of(new float[][] {{3}}));
        metric.update(Tensor.of(new float[][] {{0}, {0}}), Tensor.of(new float[][] {{0}, {0}}));
        assertEquals(1, metric.result().item());
        metric.reset();
        assertEquals(0, metric.result().item());
    }

    @Test
    void oneWeightForEachSampleOfSequencesIsEnough() {
        var metric = new MeanAbsoluteError();
        Tensor zeros = Tensor.zeros(Shape.of(2, 3, 4));
        Tensor errors = Tensor.of(new float[] {2, 5}).reshape(2, 1, 1).add(zeros);
        metric.update(zeros, errors, Tensor.of(new float[] {3, 1}));
        assertEquals(2.75f, metric.result().item());
        metric.update(zeros, errors, Tensor.of(new float[][] {{0, 0, 0}, {1, 1, 1}}));
        assertEquals(3.2f, metric.result().item()); // (6 + 5 + 5) / (3 + 1 + 1)
        String told =
                assertThrows(
                                IllegalArgumentException.class,
                                () -> metric.update(zeros, errors, Tensor.ones(Shape.of(3))))
                        .getMessage();
        assertTrue(told.contains("(2, 3)") && told.contains("(3,)"), told);
    }

    @Test
    void weightsOfSamplesStandForAllTheirSteps() {
        var metric = new RootMeanSquaredError();
        Tensor y = Tensor.of(new float[][] {{0, 0}, {0, 0}});
        metric.update(y, Tensor.of(new float[][] {{2, 2}, {5, 7}}), Tensor.of(new float[] {3, 0}));
        assertEquals(2, metric.result().item());
        assertEquals(3, metric.variables().get("count").item());
    }

    @Test
    void aSumTakesOneWeightForEachRow() {
        var sum = new Sum();
        sum.updateWeighted(
                Tensor.of(new float[][] {{1, 3}, {5, 7}}), Tensor.of(new float[] {2, 0}));
        assertEquals(8, sum.result().item());
    }

    @Test
    void masksCountOnlyWhereWeightsDo() {
        Tensor y = Tensor.zeros(nacre.tensor.Shape.of(1, 2, 1));
        Tensor p =
                Tensor.of(new float[] {1, 5}, 1, 2, 1)
                        .withMask(Tensor.of(new float[] {1, 0}, 1, 2));
        var plain = new MeanAbsoluteError();
        plain.update(y, p);
        assertEquals(3, plain.result().item());
        var weighted = new MeanAbsoluteError();
        weighted.update(y, p, Tensor.ones(nacre.tensor.Shape.of(1, 2)));
        assertEquals(1, weighted.result().item());
    }

    @Test
    void thresholdsMayComeInAnyOrder() {
        var metric = new Recall().thresholds(0.8, 0.2);
        metric.update(ANSWERS, SCORES);
        assertArrayEquals(new float[] {0.5f, 1}, metric.result().toArray());
    }

    @Test
    void precisionLooksAtTheBestOfOneClass() {
        var metric = new Precision().topK(1).classId(1);
        metric.update(
                Tensor.of(new float[][] {{0, 1}, {1, 0}, {1, 0}}),
                Tensor.of(new float[][] {{0.1f, 0.9f}, {0.3f, 0.7f}, {0.8f, 0.2f}}));
        assertEquals(0.5f, metric.result().item());
    }

    @Test
    void theAreaCountsEveryPredictionOnTheEdge() {
        var auc = new AUC();
        auc.update(ANSWERS, Tensor.of(new float[] {0, 0, 1, 1}));
        assertEquals(1, auc.result().item(), 1e-6);
        var pr = new AUC().curve("PR");
        pr.update(ANSWERS, Tensor.of(new float[] {0, 0, 1, 1}));
        assertEquals(1, pr.result().item(), 1e-6);
    }

    @Test
    void labelsOfTheirOwnAreAveraged() {
        var auc = new AUC().multiLabel(true).labelWeights(1, 3);
        auc.update(
                Tensor.of(new float[][] {{0, 0}, {1, 1}}),
                Tensor.of(new float[][] {{0.1f, 0.9f}, {0.9f, 0.1f}}));
        assertEquals(0.25f, auc.result().item(), 1e-6);
    }

    @Test
    void ofEqualScoresAllAreAmongTheBest() {
        var metric = new SparseTopKCategoricalAccuracy().k(1);
        metric.update(Tensor.of(new float[] {1}), Tensor.of(new float[][] {{0.5f, 0.5f}}));
        assertEquals(1, metric.result().item());
    }

    @Test
    void overlapLeavesTheIgnoredClassOut() {
        var metric = new IoU(2, 0, 1).ignoreClass(255);
        metric.update(Tensor.of(new float[] {0, 1, 255}), Tensor.of(new float[] {0, 1, 1}));
        assertEquals(1, metric.result().item(), 1e-5);
        var binary = new BinaryIoU().threshold(0.3);
        binary.update(
                Tensor.of(new float[] {0, 1, 0, 1}),
                Tensor.of(new float[] {0.1f, 0.2f, 0.4f, 0.7f}));
        assertEquals(0.333333f, binary.result().item(), 1e-5);
    }

    @Test
    void overlapWantsAWeightForEachTarget() {
        Tensor three = Tensor.of(new float[] {0, 1, 1});
        Tensor two = Tensor.of(new float[] {1, 2});
        assertEquals(
                "iou needs a weight for each of 3 targets; got (2,).",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> new IoU(2, 0, 1).name("iou").update(three, three, two))
                        .getMessage());
    }

    @Test
    void anEmptyRowPredictsNothing() {
        var metric = new F1Score();
        metric.update(Tensor.of(new float[][] {{1, 0}}), Tensor.of(new float[][] {{0, 0}}));
        assertArrayEquals(new float[] {0, 0}, metric.result().toArray());
    }

    @Test
    void theAdjustedScoreAsksMoreOfLargeModels() {
        Tensor y = Tensor.of(new float[][] {{1}, {2}, {3}, {5}});
        Tensor p = Tensor.of(new float[][] {{1}, {2}, {4}, {4}});
        var plain = new R2Score();
        plain.update(y, p);
        var adjusted = new R2Score().numRegressors(1);
        adjusted.update(y, p);
        double r2 = plain.result().item();
        assertEquals(1 - (1 - r2) * 3 / 2, adjusted.result().item(), 1e-6);
    }

    @Test
    void meanTakesValuesAndIsNoMetricOfAModel() {
        var mean = new Mean();
        mean.updateWeighted(Tensor.of(new float[] {1, 5}), Tensor.of(new float[] {3, 1}));
        assertEquals(2, mean.result().item());
        assertThrows(UnsupportedOperationException.class, () -> mean.update(ANSWERS, SCORES));
    }

    @Test
    void aMetricByNameKeepsTheName() {
        assertEquals("mae", Metric.of("mae").name());
        var error = assertThrows(IllegalArgumentException.class, () -> Metric.of("acuracy"));
        assertTrue(error.getMessage().contains("\"accuracy\""), error.getMessage());
    }

    @Test
    void everyMetricWithoutArgumentsComesBackFromItsConfig() {
        for (Class<?> type : Registry.all(Metric.class)) {
            boolean bare =
                    java.util.stream.Stream.of(type.getConstructors())
                            .anyMatch(c -> c.getParameterCount() == 0);
            if (bare) {
                Metric metric =
                        Metric.of(
                                java.util.Map.of(
                                        "class_name",
                                        type.getSimpleName(),
                                        "config",
                                        java.util.Map.of()));
                assertEquals(
                        metric.getConfig(),
                        Metric.of(metric.serialize()).getConfig(),
                        type.getSimpleName());
            }
        }
    }
}
