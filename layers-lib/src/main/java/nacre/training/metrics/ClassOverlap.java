package nacre.training.metrics;

import java.util.Arrays;
import java.util.Map;
import nacre.layers.Arguments;
import nacre.tensor.Shape;
import nacre.tensor.Tensor;
import nacre.training.FluentMetric;
import org.jspecify.annotations.Nullable;

/// How well the regions of classes overlap: `both / (both + missed + invented)`, from a table that
/// counts which class was predicted for which.
///
/// @param <S> the metric's own class, which every option gives back
public abstract class ClassOverlap<S extends ClassOverlap<S>> extends FluentMetric<S> {
    private static final double EPSILON = 1e-7;

    private final int numClasses;
    private @Nullable Integer ignoreClass;
    private boolean sparseYTrue = true;
    private boolean sparseYPred = true;
    private int axis = -1;

    private final transient double[] table; // rows are targets, columns predictions

    ClassOverlap(int numClasses) {
        this.numClasses = Arguments.positive("numClasses", numClasses);
        this.table = new double[numClasses * numClasses];
        dtype("int32");
    }

    /// The classes whose overlap is wanted.
    abstract int[] targets();

    /// A class number that does not count; default none.
    public S ignoreClass(int number) {
        ignoreClass = number;
        return self();
    }

    /// Whether targets are class numbers (default, but for one-hot metrics) and not rows of shares.
    public S sparseYTrue(boolean on) {
        sparseYTrue = on;
        return self();
    }

    /// Whether predictions are class numbers (default, but for one-hot metrics) and not rows of
    /// shares.
    public S sparseYPred(boolean on) {
        sparseYPred = on;
        return self();
    }

    /// The axis of the classes in rows of shares; default the last.
    public S axis(int newAxis) {
        axis = newAxis;
        return self();
    }

    @SuppressWarnings("unchecked") // S is the metric's own class
    private S self() {
        return (S) this;
    }

    final int[] checked(int... targets) {
        for (int target : targets) {
            if (target < 0 || target >= numClasses) {
                throw new IllegalArgumentException(
                        "`targetClassIds` are "
                                + Arrays.toString(targets)
                                + ", but classes go from 0 to "
                                + (numClasses - 1)
                                + ".");
            }
        }
        return targets.clone();
    }

    @Override
    public void update(Tensor yTrue, Tensor yPred, @Nullable Tensor sampleWeight) {
        float[] y = (sparseYTrue ? yTrue : yTrue.argMax(axis)).data();
        float[] p = (sparseYPred ? yPred : yPred.argMax(axis)).data();
        if (y.length != p.length) {
            throw new IllegalArgumentException(
                    name()
                            + " needs a target for each prediction; got "
                            + yTrue.shape()
                            + " and "
                            + yPred.shape()
                            + ".");
        }
        float[] weights = weights(sampleWeight, y.length);
        for (int i = 0; i < y.length; i++) {
            if (ignoreClass == null || y[i] != ignoreClass) {
                table[place(y[i]) * numClasses + place(p[i])] +=
                        counted(weights[weights.length == 1 ? 0 : i]);
            }
        }
    }

    /// One weight for all targets, or one for each.
    private float[] weights(@Nullable Tensor sampleWeight, int targets) {
        if (sampleWeight == null) {
            return new float[] {1};
        }
        if (sampleWeight.size() != 1 && sampleWeight.size() != targets) {
            throw new IllegalArgumentException(
                    "%s needs a weight for each of %d targets; got %s."
                            .formatted(name(), targets, sampleWeight.shape()));
        }
        return sampleWeight.data();
    }

    /// Keras counts in whole numbers, and cuts weights off, unless the metric's `dtype` is a float.
    private float counted(float weight) {
        return dtype().startsWith("int") ? (int) weight : weight;
    }

    private int place(float number) {
        int place = (int) number;
        if (place < 0 || place >= numClasses) {
            throw new IllegalArgumentException(
                    name()
                            + " counts "
                            + numClasses
                            + " classes, 0 to "
                            + (numClasses - 1)
                            + "; got class "
                            + number
                            + ".");
        }
        return place;
    }

    @Override
    public final Tensor result() {
        double sum = 0;
        int present = 0;
        for (int target : targets()) {
            double both = table[target * numClasses + target];
            double any = -both;
            for (int i = 0; i < numClasses; i++) {
                any += table[target * numClasses + i] + table[i * numClasses + target];
            }
            sum += both / (any + EPSILON);
            present += any > 0 ? 1 : 0;
        }
        return Tensor.of((float) (sum / (present + EPSILON)));
    }

    @Override
    public final void reset() {
        Arrays.fill(table, 0);
    }

    @Override
    public final Map<String, Tensor> variables() {
        return Map.of(
                "total_confusion_matrix",
                Tensor.of(table, Shape.of(numClasses, numClasses).dims()));
    }
}
