package nacre.training.metrics;

import nacre.layers.config.Config;

/// As [IoU], for targets and predictions that are rows with a share for each class.
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
