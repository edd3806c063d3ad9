package nacre.training.metrics;

import java.util.stream.IntStream;
import nacre.layers.config.Config;

/// As [MeanIoU], for targets and predictions that are rows with a share for each class.
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
