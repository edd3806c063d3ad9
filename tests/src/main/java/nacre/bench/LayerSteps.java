package nacre.bench;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import nacre.layers.Call;
import nacre.layers.Layer;
import nacre.layers.attention.MultiHeadAttention;
import nacre.layers.normalization.BatchNormalization;
import nacre.layers.normalization.GroupNormalization;
import nacre.layers.normalization.LayerNormalization;
import nacre.layers.normalization.RMSNormalization;
import nacre.layers.recurrent.GRU;
import nacre.layers.recurrent.LSTM;
import nacre.layers.recurrent.SimpleRNN;
import nacre.layers.regularization.Dropout;
import nacre.tensor.ArrayStore;
import nacre.tensor.Shape;
import nacre.tensor.Tape;
import nacre.tensor.Tensor;
import nacre.tensor.Weight;

/// Single layers through the public API: a call in training, and the gradients of its input and
/// weights.
final class LayerSteps {
    private LayerSteps() {}

    static List<Workload> all() {
        return List.of(
                step("batchnorm_step", BatchNormalization::new, 8, 56, 56, 64),
                step("groupnorm_step", () -> new GroupNormalization(8), 8, 56, 56, 64),
                step("layernorm_step", LayerNormalization::new, 4096, 256),
                step("rmsnorm_step", RMSNormalization::new, 4096, 256),
                step("dropout_step", () -> new Dropout(0.2), 4096, 256),
                attention("attention_step", 32, 50, 128),
                attention("attention_step", 8, 256, 128),
                step("lstm_step", () -> new LSTM(128), 32, 50, 32),
                step("gru_step", () -> new GRU(128), 32, 50, 32),
                step("rnn_step", () -> new SimpleRNN(128), 32, 50, 32));
    }

    private static Workload step(String name, Supplier<Layer> maker, int... dims) {
        return step(name, maker, List::of, dims);
    }

    private static Workload attention(String name, int... dims) {
        return step(name, () -> new MultiHeadAttention(4, 32), x -> List.of(x, x), dims);
    }

    private static Workload step(
            String name,
            Supplier<Layer> maker,
            Function<Tensor, List<Tensor>> inputs,
            int... dims) {
        StringBuilder sizes = new StringBuilder(name);
        for (int dim : dims) {
            sizes.append(' ').append(dim);
        }
        return new Workload(
                sizes.toString(),
                dims[0] * 1e6,
                Workload.Unit.SAMPLES,
                () -> step(maker.get(), inputs, Shape.of(dims)),
                null);
    }

    private static Runnable step(Layer layer, Function<Tensor, List<Tensor>> inputs, Shape shape) {
        Tensor numbers = Tensor.of(Workloads.random(shape.size()), shape.dims());
        Shape out = layer.apply(inputs.apply(numbers)).shape();
        Tensor upstream = Tensor.of(Workloads.random(out.size()), out.dims());
        Set<Weight> weights = new LinkedHashSet<>(layer.trainableWeights());
        var store = new ArrayStore();
        return () -> {
            var tape = new Tape(weights, store);
            Tensor unused =
                    tape.run(
                            () -> {
                                Tensor x = tape.watch(numbers);
                                Tensor y = layer.apply(inputs.apply(x), Call.training());
                                return tape.gradients(y, upstream).of(x);
                            });
            tape.close();
        };
    }
}
