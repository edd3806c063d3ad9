package nacre.training.metrics;

import java.util.LinkedHashMap;
import java.util.Map;
import nacre.layers.config.NameChoices;
import nacre.tensor.Tensor;
import nacre.training.FluentMetric;
import org.jspecify.annotations.Nullable;

/// What [F1Score] and [FBetaScore] have in common.
///
/// @param <S> the metric's own class, which every option gives back
public abstract class FScore<S extends FScore<S>> extends FluentMetric<S> {
    private static final float EPSILON = 1e-7f;
    private static final float NOTHING = 1e-9f; // a row of zeros has no largest

    /// How the scores of the classes become one.
    enum Average {
        /// From the counts of all classes together.
        MICRO,
        /// The mean.
        MACRO,
        /// The mean, each class counting as much as it has samples.
        WEIGHTED
    }

    private @Nullable Average average;
    private @Nullable Double threshold;

    private transient @Nullable Counts counts;

    /// Running counts of each class.
    private record Counts(Tensor right, Tensor invented, Tensor missed, Tensor samples) {
        Counts plus(Counts more) {
            return new Counts(
                    right.add(more.right).copy(),
                    invented.add(more.invented).copy(),
                    missed.add(more.missed).copy(),
                    samples.add(more.samples).copy());
        }
    }

    FScore(String name) {
        super(name);
    }

    /// How much more recall counts than precision.
    protected abstract double weightOfRecall();

    /// How the scores of the classes become one: `micro`, `macro`, `weighted`; default none: one
    /// for each class.
    @SuppressWarnings("unchecked") // S is the metric's own class
    public S average(String kind) {
        average = NameChoices.choose("average", kind, Average.values());
        return (S) this;
    }

    /// From where on a prediction counts as 1; default none: the largest of a row does.
    @SuppressWarnings("unchecked") // S is the metric's own class
    public S threshold(double value) {
        if (!(value > 0 && value <= 1)) {
            throw new IllegalArgumentException(
                    "`threshold` must be above 0 and at most 1; got " + value + ".");
        }
        threshold = value;
        return (S) this;
    }

    @Override
    public final void update(Tensor yTrue, Tensor yPred, @Nullable Tensor sampleWeight) {
        if (yTrue.rank() != 2 || !yTrue.shape().equals(yPred.shape())) {
            throw new IllegalArgumentException(
                    name()
                            + " needs targets and predictions of shape (batch, classes); got "
                            + yTrue.shape()
                            + " and "
                            + yPred.shape()
                            + ".");
        }
        Tensor p = chosen(yPred);
        Tensor weights =
                sampleWeight == null ? Tensor.of(1) : sampleWeight.reshape(yTrue.dim(0), 1);
        Tensor y = yTrue.mul(weights);
        Counts batch =
                new Counts(
                        perClass(p.mul(y)),
                        perClass(p.mul(yTrue.neg().add(1)).mul(weights)),
                        perClass(p.neg().add(1).mul(y)),
                        perClass(y));
        counts = counts == null ? batch : counts.plus(batch);
    }

    private Tensor chosen(Tensor yPred) {
        if (threshold != null) {
            return yPred.greater(threshold.floatValue());
        }
        return yPred.greaterEqual(yPred.maxKeep(-1)).mul(yPred.abs().greater(NOTHING));
    }

    private Tensor perClass(Tensor values) {
        return (average == Average.MICRO ? values.sum() : values.sum(0)).copy();
    }

    @Override
    public final Tensor result() {
        if (counts == null) {
            return Tensor.of(0);
        }
        float beta2 = (float) (weightOfRecall() * weightOfRecall());
        Tensor precision = counts.right.div(counts.right.add(counts.invented).add(EPSILON));
        Tensor recall = counts.right.div(counts.right.add(counts.missed).add(EPSILON));
        Tensor below = precision.mul(beta2).add(recall).add(EPSILON);
        Tensor scores = precision.mul(recall).div(below).mul(1 + beta2);
        if (average == null) {
            return scores;
        }
        return switch (average) {
            case MICRO, MACRO -> scores.mean();
            case WEIGHTED ->
                    scores.mul(counts.samples.div(counts.samples.sum().add(EPSILON))).sum();
        };
    }

    @Override
    public final void reset() {
        if (counts != null) { // the number of classes stays known
            Tensor zeros = Tensor.zeros(counts.right.shape());
            counts = new Counts(zeros, zeros, zeros, zeros);
        }
    }

    @Override
    public final Map<String, Tensor> variables() {
        var variables = new LinkedHashMap<String, Tensor>();
        if (counts != null) {
            variables.put("true_positives", counts.right);
            variables.put("false_positives", counts.invented);
            variables.put("false_negatives", counts.missed);
            variables.put("intermediate_weights", counts.samples);
        }
        return variables;
    }
}
