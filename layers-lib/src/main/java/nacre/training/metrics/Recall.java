package nacre.training.metrics;

import java.util.LinkedHashMap;
import java.util.Map;
import nacre.tensor.Tensor;

/// How many of those that are 1 were predicted: `hits / (hits + misses)`.
///
/// ```java
/// var metric = new nacre.training.metrics.Recall();
/// metric.update(Tensor.of(new float[] {0, 1, 1}), Tensor.of(new float[] {0.1f, 0.9f, 0.2f}));
/// metric.result()   // 0.5
/// ```
///
/// Source: [Keras, Recall](https://keras.io/api/metrics/classification_metrics/).
public final class Recall extends Hits<Recall> {
    @Override
    public Tensor result() {
        Tensor hits = counts().truePositives();
        return single(Confusion.ratio(hits, hits.add(counts().falseNegatives())));
    }

    @Override
    public Map<String, Tensor> variables() {
        var variables = new LinkedHashMap<String, Tensor>();
        variables.put("true_positives", counts().truePositives());
        variables.put("false_negatives", counts().falseNegatives());
        return variables;
    }
}
