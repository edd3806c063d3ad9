package nacre.training.metrics;

import nacre.layers.config.Config;

/// As [IoU], for targets and predictions that are rows with a share for each class.
///
/// ```java
/// var iou = new nacre.training.metrics.OneHotIoU(2, 0);
/// iou.update(Tensor.of(new float[][] {{1, 0}, {0, 1}}), Tensor.of(new float[][] {{0.9f, 0.1f}, {0.6f, 0.4f}}));
/// iou.result()   // 0.5
/// ```
///
/// Source: [Keras, OneHotIoU](https://keras.io/api/metrics/segmentation_metrics/).
public final class OneHotIoU extends ClassOverlap<OneHotIoU> {
    private final int[] targetClassIds;

    /// How many classes there are, and which of them are wanted.
    public OneHotIoU(int numClasses, int... targetClassIds) {
        super(numClasses);
        this.targetClassIds = checked(targetClassIds);
        sparseYTrue(false).sparseYPred(false);
    }

    @Override
    int[] targets() {
        return targetClassIds;
    }

    @Override
    public Config getConfig() {
        Config config = super.getConfig();
        config.remove("sparse_y_true"); // fixed
        return config;
    }
}
