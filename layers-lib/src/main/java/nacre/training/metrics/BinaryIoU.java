package nacre.training.metrics;

import java.util.List;
import nacre.layers.config.Config;
import nacre.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/// How well the regions of "yes" and "no" overlap, from probabilities cut at a threshold.
///
/// `both / (both + missed + invented)`, the mean over the two.
///
/// ```java
/// var iou = new nacre.training.metrics.BinaryIoU();
/// iou.update(Tensor.of(new float[] {0, 1, 0, 1}), Tensor.of(new float[] {0.1f, 0.2f, 0.4f, 0.7f}));
/// iou.result()   // 0.583333
/// ```
///
/// Source: [Keras, BinaryIoU](https://keras.io/api/metrics/segmentation_metrics/).
public final class BinaryIoU extends ClassOverlap<BinaryIoU> {
    private int[] targetClassIds = {0, 1};
    private double threshold = 0.5;

    /// Of both classes, cut at 0.5.
    public BinaryIoU() {
        super(2);
    }

    /// Which classes are wanted: 0, 1 or both; default both.
    public BinaryIoU targetClassIds(int... classes) {
        targetClassIds = checked(classes);
        return this;
    }

    /// From where on a prediction means 1; default 0.5.
    public BinaryIoU threshold(double value) {
        threshold = value;
        return this;
    }

    @Override
    int[] targets() {
        return targetClassIds;
    }

    @Override
    public void update(Tensor yTrue, Tensor yPred, @Nullable Tensor sampleWeight) {
        super.update(yTrue, yPred.greaterEqual((float) threshold), sampleWeight);
    }

    @Override
    public Config getConfig() {
        Config config = super.getConfig();
        List.of("num_classes", "ignore_class", "sparse_y_true", "sparse_y_pred", "axis")
                .forEach(config::remove);
        return config;
    }
}
