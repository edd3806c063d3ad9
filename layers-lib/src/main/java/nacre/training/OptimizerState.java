package nacre.training;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import nacre.tensor.Shape;
import nacre.tensor.Tensor;
import nacre.tensor.Weight;
import org.jspecify.annotations.Nullable;

/// What an optimizer remembers for each weight: running averages, gradients gathered so far, and
/// slots such as moments.
final class OptimizerState {
    private final Optimizer<?> optimizer;
    private final Map<Weight, float[]> averages = new LinkedHashMap<>();
    private final Map<Weight, float[]> gathered = new LinkedHashMap<>();
    private final Map<Weight, float[][]> slots = new LinkedHashMap<>();

    OptimizerState(Optimizer<?> optimizer) {
        this.optimizer = optimizer;
    }

    void build(List<Weight> weights, boolean averaging, boolean gathering) {
        if (slots.keySet().containsAll(weights)) {
            return;
        }
        Map<Weight, float[][]> former = new LinkedHashMap<>(slots);
        slots.clear(); // all of them in the order of the weights: some may have been frozen so far
        for (Weight weight : weights) {
            float[][] known = former.remove(weight);
            if (known != null) {
                slots.put(weight, known);
                continue;
            }
            int size = weight.shape().size();
            if (averaging) {
                averages.put(weight, new float[size]);
            }
            if (gathering) {
                gathered.put(weight, new float[size]);
            }
            slots.put(weight, slotsOf(weight));
        }
        slots.putAll(former);
    }

    private float[][] slotsOf(Weight weight) {
        var arrays = new ArrayList<float[]>();
        for (String slot : names()) {
            Shape shape = optimizer.slotShape(slot, weight);
            arrays.add(new float[shape == null ? 0 : shape.size()]);
        }
        float[][] result = arrays.toArray(float[][]::new);
        optimizer.fillSlots(result, weight.tensor().data());
        return result;
    }

    private List<String> names() {
        return optimizer.slots().stream().flatMap(List::stream).toList();
    }

    /// The slots of a weight, in the order of the optimizer's list; empty where the weight has
    /// none.
    float[][] slots(Weight weight) {
        return Objects.requireNonNull(slots.get(weight), "build comes first");
    }

    // --- gathering gradients of several batches

    void accumulate(List<Weight> weights, List<float[]> gradients) {
        for (int i = 0; i < weights.size(); i++) {
            float[] sum = gathered(weights.get(i));
            float[] g = gradients.get(i);
            for (int j = 0; j < sum.length; j++) {
                sum[j] += g[j];
            }
        }
    }

    /// The mean gradients; gathering begins anew.
    List<float[]> takeAccumulated(List<Weight> weights, int batches) {
        var means = new ArrayList<float[]>();
        for (Weight weight : weights) {
            float[] sum = gathered(weight);
            float[] mean = new float[sum.length];
            for (int j = 0; j < sum.length; j++) {
                mean[j] = sum[j] / batches;
                sum[j] = 0;
            }
            means.add(mean);
        }
        return means;
    }

    private float[] gathered(Weight weight) {
        return Objects.requireNonNull(gathered.get(weight), "build comes first");
    }

    // --- averages of weights

    void average(float momentum) {
        averages.forEach(
                (weight, average) -> {
                    float[] w = weight.tensor().data();
                    for (int i = 0; i < w.length; i++) {
                        average[i] = momentum * average[i] + (1 - momentum) * w[i];
                    }
                });
    }

    void useAverages() {
        averages.forEach(
                (weight, average) ->
                        System.arraycopy(average, 0, weight.update(), 0, average.length));
    }

    void swapAverages() {
        averages.forEach(
                (weight, average) -> {
                    float[] w = weight.update();
                    for (int i = 0; i < w.length; i++) {
                        float kept = w[i];
                        w[i] = average[i];
                        average[i] = kept;
                    }
                });
    }

    // --- for files

    List<Tensor> variables() {
        var result = new ArrayList<Tensor>();
        each((array, shape) -> result.add(Tensor.wrap(array.clone(), shape)));
        return result;
    }

    void setVariables(List<Tensor> values) {
        var arrays = new ArrayList<float[]>();
        each(
                (array, shape) -> {
                    int i = arrays.size();
                    if (i < values.size() && !values.get(i).shape().equals(shape)) {
                        throw new IllegalArgumentException(
                                optimizer.name()
                                        + " cannot take a variable of shape "
                                        + values.get(i).shape()
                                        + " where it has one of shape "
                                        + shape
                                        + ".");
                    }
                    arrays.add(array);
                });
        if (arrays.size() != values.size()) {
            throw new IllegalArgumentException(
                    optimizer.name()
                            + " remembers "
                            + arrays.size()
                            + " arrays and got "
                            + values.size()
                            + ".");
        }
        for (int i = 0; i < arrays.size(); i++) {
            System.arraycopy(values.get(i).data(), 0, arrays.get(i), 0, arrays.get(i).length);
        }
    }

    /// All arrays with their shapes, in Keras's order.
    private void each(BiConsumer<float[], Shape> visit) {
        for (Weight weight : slots.keySet()) {
            Stream.of(averages.get(weight), gathered.get(weight))
                    .filter(Objects::nonNull)
                    .forEach(array -> visit.accept(array, weight.shape()));
        }
        int at = 0;
        for (List<String> group : optimizer.slots()) {
            int first = at;
            slots.forEach(
                    (weight, arrays) -> {
                        for (int i = 0; i < group.size(); i++) {
                            @Nullable Shape shape = optimizer.slotShape(group.get(i), weight);
                            if (shape != null) {
                                visit.accept(arrays[first + i], shape);
                            }
                        }
                    });
            at += group.size();
        }
        for (float[] array : optimizer.common()) {
            visit.accept(array, array.length == 1 ? Shape.SCALAR : Shape.of(array.length));
        }
    }
}
