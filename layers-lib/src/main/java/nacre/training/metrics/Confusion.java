package nacre.training.metrics;

import java.util.Arrays;
import java.util.stream.IntStream;
import nacre.tensor.Shape;
import nacre.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/// Counts for some thresholds how often a prediction above or below is right or wrong.
///
/// It only counts how many thresholds each prediction passes; all four counts of all thresholds
/// follow from that.
final class Confusion {
    private final double[] sorted;
    private final int[] places; // where each threshold is among the sorted ones
    private final boolean even;
    private final boolean outside; // the first lies below 0, so that every prediction passes it
    private final int labels;
    private final double[] yes; // [label, how many thresholds were passed] for answers that are 1
    private final double[] no; // the same for answers that are 0

    /// For thresholds in any order, and labels that are counted apart; `even`: from 0 to 1 at equal
    /// distances.
    Confusion(double[] thresholds, boolean even, int labels) {
        this.sorted = thresholds.clone();
        Arrays.sort(sorted);
        this.places =
                IntStream.range(0, thresholds.length).map(i -> place(thresholds[i])).toArray();
        this.even = even;
        this.outside = thresholds.length > 0 && sorted[0] < 0;
        this.labels = labels;
        this.yes = new double[labels * (sorted.length + 1)];
        this.no = new double[labels * (sorted.length + 1)];
    }

    private int place(double threshold) {
        int at = 0;
        while (sorted[at] < threshold) {
            at++;
        }
        return at;
    }

    /// Adds predictions with their answers; weights stretch to their shape.
    void add(Tensor yTrue, Tensor yPred, @Nullable Tensor weights) {
        float[] answers = yTrue.data();
        float[] scores = yPred.data();
        float[] counts = weights == null ? null : weights.broadcastTo(yPred.shape()).data();
        for (int i = 0; i < scores.length; i++) {
            int at = (labels == 1 ? 0 : i % labels) * (sorted.length + 1) + passed(scores[i]);
            double count = counts == null ? 1 : counts[i];
            if (answers[i] != 0) {
                yes[at] += count;
            } else {
                no[at] += count;
            }
        }
    }

    /// How many thresholds a prediction is above.
    private int passed(float score) {
        if (even) {
            int last = sorted.length - 1;
            int bucket = (int) Math.ceil(Math.clamp(score, 0f, 1f) * last) - 1;
            return (outside ? Math.max(bucket, 0) : bucket) + 1;
        }
        int passed = 0;
        while (passed < sorted.length && score > (float) sorted[passed]) {
            passed++;
        }
        return passed;
    }

    Tensor truePositives() {
        return above(yes);
    }

    Tensor falsePositives() {
        return above(no);
    }

    Tensor falseNegatives() {
        return below(yes);
    }

    Tensor trueNegatives() {
        return below(no);
    }

    /// For each threshold what is above it: `(thresholds,)` or `(thresholds, labels)`.
    private Tensor above(double... hits) {
        return counted((label, place) -> sum(hits, label, place + 1, sorted.length + 1));
    }

    private Tensor below(double... hits) {
        return counted((label, place) -> sum(hits, label, 0, place + 1));
    }

    private interface Count {
        double of(int label, int place);
    }

    private Tensor counted(Count count) {
        float[] result = new float[places.length * labels];
        for (int t = 0; t < places.length; t++) {
            for (int label = 0; label < labels; label++) {
                result[t * labels + label] = (float) count.of(label, places[t]);
            }
        }
        return Tensor.wrap(
                result, labels == 1 ? Shape.of(places.length) : Shape.of(places.length, labels));
    }

    private double sum(double[] hits, int label, int from, int to) {
        int start = label * (sorted.length + 1);
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += hits[start + i];
        }
        return sum;
    }

    void reset() {
        Arrays.fill(yes, 0);
        Arrays.fill(no, 0);
    }

    /// `a / b`, and 0 where `b` is 0.
    static Tensor ratio(Tensor a, Tensor b) {
        Tensor nothing = b.equal(0);
        return Tensor.of(0).where(nothing, a.div(b.add(nothing)));
    }
}
