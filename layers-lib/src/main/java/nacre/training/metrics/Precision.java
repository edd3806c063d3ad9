package nacre.training.metrics;

import java.util.LinkedHashMap;
import java.util.Map;
import nacre.tensor.Tensor;

/// How many of those predicted as 1 are 1: `hits / (hits + false alarms)`.
///
/// ```java
/// var metric = new nacre.training.metrics.Precision();
/// metric.update(Tensor.of(new float[] {0, 1, 1}), Tensor.of(new float[] {0.1f, 0.9f, 0.2f}));
/// metric.result()   // 1
/// ```
///
/// Source: [Keras, Precision](https://keras.io/api/metrics/classification_metrics/).
public final class Precision extends Hits<Precision> {
    @Override
    public Tensor result() {
        Tensor hits = counts().truePositives();
        return single(Confusion.ratio(hits, hits.add(counts().falsePositives())));
    }

    @Override
    public Map<String, Tensor> variables() {
        var variables = new LinkedHashMap<String, Tensor>();
        variables.put("true_positives", counts().truePositives());
        variables.put("false_positives", counts().falsePositives());
        return variables;
    }
}
