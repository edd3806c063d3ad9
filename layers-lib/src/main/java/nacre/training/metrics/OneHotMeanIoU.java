package nacre.training.metrics;

import java.util.stream.IntStream;
import nacre.layers.config.Config;

/// As [MeanIoU], for targets and predictions that are rows with a share for each class.
///
/// ```java
/// var iou = new nacre.training.metrics.OneHotMeanIoU(2);
/// iou.update(Tensor.of(new float[][] {{1, 0}, {0, 1}}), Tensor.of(new float[][] {{0.9f, 0.1f}, {0.6f, 0.4f}}));
/// iou.result()   // 0.25
/// ```
///
/// Source: [Keras, OneHotMeanIoU](https://keras.io/api/metrics/segmentation_metrics/).
public final class OneHotMeanIoU extends ClassOverlap<OneHotMeanIoU> {
    private final transient int[] all;

    /// How many classes there are.
    public OneHotMeanIoU(int numClasses) {
        super(numClasses);
        this.all = IntStream.range(0, numClasses).toArray();
        sparseYTrue(false).sparseYPred(false);
    }

    @Override
    int[] targets() {
        return all;
    }

    @Override
    public Config getConfig() {
        Config config = super.getConfig();
        config.remove("sparse_y_true"); // fixed
        return config;
    }
}
