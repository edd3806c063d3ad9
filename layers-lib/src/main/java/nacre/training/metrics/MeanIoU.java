package nacre.training.metrics;

import java.util.stream.IntStream;

/// How well the regions of all classes overlap, the mean over the classes that occur: 1 is perfect.
///
/// `both / (both + missed + invented)` of each class.
///
/// ```java
/// var iou = new nacre.training.metrics.MeanIoU(2);
/// iou.update(Tensor.of(new float[] {0, 0, 1, 1}), Tensor.of(new float[] {0, 1, 0, 1}));
/// iou.result()   // 0.333333
/// ```
///
/// Source: [Keras, MeanIoU](https://keras.io/api/metrics/segmentation_metrics/).
public final class MeanIoU extends ClassOverlap<MeanIoU> {
    private final transient int[] all;

    /// How many classes there are.
    public MeanIoU(int numClasses) {
        super(numClasses);
        this.all = IntStream.range(0, numClasses).toArray();
    }

    @Override
    int[] targets() {
        return all;
    }
}
