package nacre.training.metrics;

import java.util.Arrays;
import java.util.List;
import nacre.layers.config.Config;
import nacre.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/// The area under a curve that says how well yes-or-no predictions can be told apart, whatever the
/// threshold: 1 is perfect, of the ROC curve 0.5 is guessing.
///
/// ```java
/// var auc = new nacre.training.metrics.AUC().numThresholds(3);
/// auc.update(Tensor.of(new float[] {0, 0, 1, 1}), Tensor.of(new float[] {0, 0.5f, 0.3f, 0.9f}));
/// auc.result()   // 0.75
/// ```
///
/// Source: [Keras, AUC](https://keras.io/api/metrics/classification_metrics/).
public final class AUC extends Curve<AUC> {
    // predictions of exactly 0 and 1 lie between the outermost thresholds
    private static final double EPSILON = 1e-7;

    private int numThresholds = 200;
    private Area curve = Area.ROC;
    private Area.Summation summationMethod = Area.Summation.INTERPOLATION;
    private @Nullable List<Double> thresholds;
    private boolean multiLabel;
    private @Nullable Integer numLabels;
    private @Nullable List<Double> labelWeights;
    private boolean fromLogits;

    /// How many thresholds are tried; default 200.
    public AUC numThresholds(int count) {
        if (count < 2) {
            throw new IllegalArgumentException(
                    "`numThresholds` must be greater than 1; got " + count + ".");
        }
        numThresholds = count;
        return this;
    }

    /// The thresholds between 0 and 1; default 198 at equal distances.
    public AUC thresholds(double... values) {
        return thresholds(Thresholds.of(values).values());
    }

    private AUC thresholds(List<Double> values) {
        thresholds = values.stream().sorted().toList();
        numThresholds = values.size() + 2;
        return this;
    }

    /// Which curve: `ROC` (hits over false alarms, the default), `PR` (precision over recall) or
    /// `PRGAIN`.
    public AUC curve(String name) {
        curve = Area.of(name);
        return this;
    }

    /// How the area between two thresholds is found: `interpolation` (default), `minoring` or
    /// `majoring`.
    public AUC summationMethod(String name) {
        summationMethod = Area.Summation.of(name);
        return this;
    }

    /// Whether each label has a curve of its own, the result being their mean; default false.
    public AUC multiLabel(boolean on) {
        multiLabel = on;
        return this;
    }

    /// How many labels have curves of their own; default: as predictions have.
    public AUC numLabels(int count) {
        if (!multiLabel) {
            throw new IllegalArgumentException(
                    "`numLabels` is needed only after multiLabel(true); got " + count + ".");
        }
        numLabels = count;
        return this;
    }

    /// How much each label counts; default 1.
    public AUC labelWeights(double... weights) {
        labelWeights = Arrays.stream(weights).boxed().toList();
        return this;
    }

    /// Whether predictions are logits, before the sigmoid; default false: probabilities.
    public AUC fromLogits(boolean on) {
        fromLogits = on;
        return this;
    }

    @Override
    double[] thresholds() {
        double[] values = Thresholds.even(numThresholds);
        for (int i = 0; thresholds != null && i < thresholds.size(); i++) {
            values[i + 1] = thresholds.get(i);
        }
        values[0] = -EPSILON;
        values[numThresholds - 1] = 1 + EPSILON;
        return values;
    }

    @Override
    boolean even() {
        double[] inner = thresholds();
        inner[0] = 0;
        inner[numThresholds - 1] = 1;
        return thresholds == null || Thresholds.areEven(inner);
    }

    @Override
    int labels(Tensor yPred) {
        if (!multiLabel) {
            return 1;
        }
        if (yPred.rank() != 2 || (numLabels != null && numLabels != yPred.dim(1))) {
            throw new IllegalArgumentException(
                    "With multiLabel, auc needs predictions of shape (batch, "
                            + (numLabels == null ? "labels" : numLabels)
                            + "); got "
                            + yPred.shape()
                            + ".");
        }
        return yPred.dim(1);
    }

    @Override
    Tensor seen(Tensor yPred) {
        return fromLogits ? yPred.sigmoid() : yPred;
    }

    @Override
    @Nullable Tensor weights(@Nullable Tensor weights) {
        if (labelWeights == null || multiLabel) {
            return weights;
        }
        return weights == null ? weightsOfLabels() : weights.mul(weightsOfLabels());
    }

    private Tensor weightsOfLabels() {
        return labelWeights == null
                ? Tensor.of(1)
                : Tensor.of(labelWeights.stream().mapToDouble(Double::doubleValue).toArray());
    }

    @Override
    public Tensor result() {
        Tensor areas = curve.of(counts(), summationMethod);
        if (!multiLabel) {
            return areas;
        }
        return labelWeights == null
                ? areas.mean()
                : Confusion.ratio(areas.mul(weightsOfLabels()).sum(), weightsOfLabels().sum());
    }

    @Override
    public Config getConfig() {
        Config config = super.getConfig();
        if (thresholds == null) {
            config.remove("thresholds");
        }
        return config;
    }
}
