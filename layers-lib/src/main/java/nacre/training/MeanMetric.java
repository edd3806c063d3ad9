package nacre.training;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import nacre.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/// A metric that is the mean of a value for each sample. A metric of your own overrides only
/// [#call]:
///
/// ```java
/// class Worst extends MeanMetric {
///     protected Tensor call(Tensor yTrue, Tensor yPred) { return yPred.sub(yTrue).abs().max(-1); }
/// }
/// var worst = new Worst();
/// worst.update(Tensor.of(new float[][] {{0, 0}, {0, 0}}), Tensor.of(new float[][] {{3, 4}, {1, 2}}));
/// worst.result()   // 3
/// ```
public abstract class MeanMetric extends Metric {
    private transient double total;
    private transient double count;

    /// A metric whose name is its class's in snake case.
    protected MeanMetric() {}

    /// A metric with another default name.
    protected MeanMetric(String name) {
        super(name);
    }

    /// A value for each sample.
    protected abstract Tensor call(Tensor yTrue, Tensor yPred);

    @Override
    public final void update(Tensor yTrue, Tensor yPred, @Nullable Tensor sampleWeight) {
        Tensor values = call(yTrue, yPred.withMask(null));
        if (sampleWeight == null) { // as in Keras, masks count only where weights do
            add(values, null);
        } else {
            add(values.withMask(null), without(values.mask(), without(yPred.mask(), sampleWeight)));
        }
    }

    private static Tensor without(@Nullable Tensor mask, Tensor weights) {
        return mask == null ? weights : Ranks.stretched(weights, mask).mul(mask);
    }

    /// Adds the mean of each sample's values; weights of fewer axes stand for everything behind
    /// them.
    protected final void add(Tensor values, @Nullable Tensor weights) {
        if (weights == null) {
            int samples = values.rank() == 0 ? 1 : values.dim(0);
            total += values.size() == 0 ? 0 : sum(values) * samples / values.size();
            count += samples;
            return;
        }
        List<Tensor> pair = Ranks.equalRanks(values, weights);
        int[] behind = IntStream.range(pair.get(1).rank(), pair.get(0).rank()).toArray();
        Tensor own = behind.length == 0 ? pair.get(0) : pair.get(0).mean(behind);
        if (!Ranks.fit(own.shape(), pair.get(1).shape())) {
            throw new IllegalArgumentException(
                    "%s needs a weight for each of its values, %s, or one for each sample, (%d,); got %s."
                            .formatted(name(), values.shape(), values.dim(0), weights.shape()));
        }
        Tensor fitting = pair.get(1).broadcastTo(own.shape());
        double share = own.rank() == 0 ? 1 : (double) own.dim(0) / own.size();
        total += share * sum(own.mul(fitting));
        count += share * sum(fitting);
    }

    private static double sum(Tensor values) {
        double sum = 0;
        for (float value : values.data()) {
            sum += value;
        }
        return sum;
    }

    @Override
    public Tensor result() {
        return Tensor.of((float) mean());
    }

    /// The mean so far; 0 before anything was added.
    protected final double mean() {
        return count == 0 ? 0 : total / count;
    }

    @Override
    public final void reset() {
        total = 0;
        count = 0;
    }

    @Override
    public final Map<String, Tensor> variables() {
        var variables = new LinkedHashMap<String, Tensor>();
        variables.put("total", Tensor.of((float) total));
        variables.put("count", Tensor.of((float) count));
        return variables;
    }
}
