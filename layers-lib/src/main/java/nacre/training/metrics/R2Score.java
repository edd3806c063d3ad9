package nacre.training.metrics;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nacre.layers.Arguments;
import nacre.layers.config.NameChoices;
import nacre.tensor.Tensor;
import nacre.training.FluentMetric;
import nacre.training.Ranks;
import org.jspecify.annotations.Nullable;

/// The share of the targets' variance that predictions explain: 1 is perfect, 0 no better than the
/// mean.
///
/// `1 - Σ (yTrue - yPred)² / Σ (yTrue - mean)²`
///
/// ```java
/// var score = new nacre.training.metrics.R2Score();
/// score.update(Tensor.of(new float[][] {{1}, {2}, {3}}), Tensor.of(new float[][] {{1}, {2}, {3}}));
/// score.result()   // 1
/// ```
///
/// Source: [Keras, R2Score](https://keras.io/api/metrics/regression_metrics/).
public final class R2Score extends FluentMetric<R2Score> {
    /// How the scores of several outputs become one.
    enum Aggregation {
        /// The mean.
        UNIFORM_AVERAGE,
        /// The mean, each output counting as much as it varies.
        VARIANCE_WEIGHTED_AVERAGE
    }

    private @Nullable Aggregation classAggregation = Aggregation.UNIFORM_AVERAGE;
    private int numRegressors;

    private transient double numSamples;
    private transient @Nullable Sums sums;

    /// Running sums for each output.
    private record Sums(Tensor squares, Tensor values, Tensor residuals, Tensor weights) {
        Sums plus(Sums more) {
            return new Sums(
                    squares.add(more.squares).copy(),
                    values.add(more.values).copy(),
                    residuals.add(more.residuals).copy(),
                    weights.add(more.weights).copy());
        }
    }

    /// How the scores of several outputs become one: `uniform_average` (default) or
    /// `variance_weighted_average`; null: one for each.
    public R2Score classAggregation(@Nullable String kind) {
        classAggregation =
                kind == null
                        ? null
                        : NameChoices.choose("classAggregation", kind, Aggregation.values());
        return this;
    }

    /// How many inputs the model has, for the adjusted score, which asks more of large models;
    /// default 0: not adjusted.
    public R2Score numRegressors(int count) {
        numRegressors = (int) Arguments.notNegative("numRegressors", count);
        return this;
    }

    @Override
    public void update(Tensor yTrue, Tensor yPred, @Nullable Tensor sampleWeight) {
        List<Tensor> pair = Ranks.aligned(yTrue, yPred);
        Tensor y = pair.get(0);
        if (y.rank() != 2 || !y.shape().equals(pair.get(1).shape())) {
            throw new IllegalArgumentException(
                    "r2_score needs targets and predictions of shape (batch, outputs); got "
                            + yTrue.shape()
                            + " and "
                            + yPred.shape()
                            + ".");
        }
        Tensor given = sampleWeight == null ? Tensor.of(1) : sampleWeight;
        Tensor weights = (given.rank() == 1 ? given.expandDims(1) : given).broadcastTo(y.shape());
        Sums batch =
                new Sums(
                        y.square().mul(weights).sum(0).copy(),
                        y.mul(weights).sum(0).copy(),
                        y.sub(pair.get(1)).square().mul(weights).sum(0).copy(),
                        weights.sum(0).copy());
        sums = sums == null ? batch : sums.plus(batch);
        numSamples += y.size();
    }

    @Override
    public Tensor result() {
        if (sums == null) {
            return Tensor.of(0);
        }
        Tensor mean = sums.values.div(sums.weights);
        Tensor variation = sums.squares.sub(sums.values.mul(mean));
        Tensor raw = Tensor.of(1).sub(sums.residuals.div(variation));
        Tensor finite = Tensor.of(0).where(raw.abs().equal(Float.POSITIVE_INFINITY), raw);
        return adjusted(brought(finite, variation));
    }

    private Tensor brought(Tensor scores, Tensor variation) {
        if (classAggregation == null) {
            return scores;
        }
        return switch (classAggregation) {
            case UNIFORM_AVERAGE -> scores.mean();
            case VARIANCE_WEIGHTED_AVERAGE -> scores.mul(variation).sum().div(variation.sum());
        };
    }

    private Tensor adjusted(Tensor score) {
        double free = numSamples - numRegressors - 1;
        if (numRegressors == 0 || free <= 0) { // as many inputs as samples: nothing to adjust by
            return score;
        }
        return score.neg().add(1).mul((float) ((numSamples - 1) / free)).neg().add(1);
    }

    @Override
    public void reset() {
        numSamples = 0;
        if (sums != null) { // the number of outputs stays known
            Tensor zeros = Tensor.zeros(sums.values.shape());
            sums = new Sums(zeros, zeros, zeros, zeros);
        }
    }

    @Override
    public Map<String, Tensor> variables() {
        var variables = new LinkedHashMap<String, Tensor>();
        variables.put("num_samples", Tensor.of((float) numSamples));
        if (sums != null) {
            variables.put("squared_sum", sums.squares);
            variables.put("sum", sums.values);
            variables.put("residual", sums.residuals);
            variables.put("count", sums.weights);
        }
        return variables;
    }
}
