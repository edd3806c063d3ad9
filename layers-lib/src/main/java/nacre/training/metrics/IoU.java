package nacre.training.metrics;

/// How well the regions of some classes overlap, the mean over these classes: 1 is perfect.
///
/// `both / (both + missed + invented)` of each class.
///
/// ```java
/// var iou = new nacre.training.metrics.IoU(2, 0);
/// iou.update(Tensor.of(new float[] {0, 0, 1, 1}), Tensor.of(new float[] {0, 1, 0, 1}));
/// iou.result()   // 0.333333
/// ```
///
/// Source: [Keras, IoU](https://keras.io/api/metrics/segmentation_metrics/).
public final class IoU extends ClassOverlap<IoU> {
    private final int[] targetClassIds;

    /// How many classes there are, and which of them are wanted.
    public IoU(int numClasses, int... targetClassIds) {
        super(numClasses);
        this.targetClassIds = checked(targetClassIds);
    }

    @Override
    int[] targets() {
        return targetClassIds;
    }
}
