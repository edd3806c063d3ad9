package nacre.training.metrics;

import nacre.layers.config.NameChoices;
import nacre.layers.config.Plain;
import nacre.tensor.Tensor;

/// The curves whose area is a metric.
enum Area implements Plain {
    /// Hits over false alarms.
    ROC,
    /// Precision over recall.
    PR,
    /// Precision gain over recall gain (Flach and Kull, 2015).
    PRGAIN;

    /// How the area between two thresholds is found.
    enum Summation {
        /// From the mean of both ends; for PR as Davis and Goadrich do.
        INTERPOLATION,
        /// From the lower end.
        MINORING,
        /// From the higher end.
        MAJORING;

        static Summation of(String name) {
            return NameChoices.choose("summationMethod", name, values());
        }

        private Tensor height(Tensor y) {
            Tensor a = upper(y);
            Tensor b = lower(y);
            return switch (this) {
                case INTERPOLATION -> a.add(b).mul(0.5f);
                case MINORING -> a.minimum(b);
                case MAJORING -> a.maximum(b);
            };
        }
    }

    /// The curve by Keras's name.
    static Area of(String name) {
        return NameChoices.choose("curve", name, values());
    }

    @Override
    public Object plain() {
        return name();
    }

    /// The area, or one for each label.
    Tensor of(Confusion counts, Summation summation) {
        Tensor hits = counts.truePositives();
        Tensor misses = counts.falseNegatives();
        Tensor alarms = counts.falsePositives();
        Tensor rest = counts.trueNegatives();
        Tensor recall = Confusion.ratio(hits, hits.add(misses));
        return switch (this) {
            case ROC -> area(Confusion.ratio(alarms, alarms.add(rest)), recall, summation);
            case PR ->
                    summation == Summation.INTERPOLATION
                            ? interpolated(hits, misses, alarms)
                            : area(recall, Confusion.ratio(hits, hits.add(alarms)), summation);
            case PRGAIN -> {
                Tensor none = hits.equal(0);
                Tensor odds = Confusion.ratio(hits.add(misses), rest.add(alarms));
                Tensor x = odds.mul(Confusion.ratio(misses, hits)).neg().add(1);
                Tensor y = odds.mul(Confusion.ratio(alarms, hits)).neg().add(1);
                yield area(
                        Tensor.of(0).where(none, x).maximum(0),
                        Tensor.of(1).where(none, y),
                        summation);
            }
        };
    }

    private static Tensor area(Tensor x, Tensor y, Summation summation) {
        return upper(x).sub(lower(x)).mul(summation.height(y)).sum(0);
    }

    /// The area under precision over recall, with hits and alarms (and not their ratio) going in
    /// straight lines from threshold to threshold.
    private static Tensor interpolated(Tensor hits, Tensor misses, Tensor alarms) {
        Tensor predicted = hits.add(alarms);
        Tensor gained = upper(hits).sub(lower(hits));
        Tensor slope = Confusion.ratio(gained, upper(predicted).sub(lower(predicted)).maximum(0));
        Tensor intercept = lower(hits).sub(slope.mul(lower(predicted)));
        Tensor some = upper(predicted).greater(0).mul(lower(predicted).greater(0));
        Tensor growth = Confusion.ratio(upper(predicted), lower(predicted)).where(some, 1);
        Tensor area = slope.mul(gained.add(intercept.mul(growth.log())));
        return Confusion.ratio(area, lower(hits).add(lower(misses))).sum(0);
    }

    /// The values at the lower threshold of each pair, where more predictions pass.
    private static Tensor upper(Tensor values) {
        return values.slice(0, 0, values.dim(0) - 1);
    }

    /// The values at the higher threshold of each pair.
    private static Tensor lower(Tensor values) {
        return values.slice(0, 1, values.dim(0));
    }
}
