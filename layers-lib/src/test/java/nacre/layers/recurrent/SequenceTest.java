package nacre.layers.recurrent;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import nacre.layers.Call;
import nacre.layers.Layer;
import nacre.tensor.Gradients;
import nacre.tensor.Shape;
import nacre.tensor.Tape;
import nacre.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The engine's own loop over a sequence, against the cell's steps one after the other.
class SequenceTest {
    private static Tensor some(int... dims) {
        var random = new Random(3);
        float[] values = new float[Shape.of(dims).size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = random.nextFloat(-2, 2);
        }
        return Tensor.of(values, dims);
    }

    /// Outputs, then the gradients of the weights and of the input. A mask that leaves nothing out
    /// makes the layer go step by step.
    private static List<Tensor> results(Layer layer, Tensor x, boolean stepByStep) {
        var tape = new Tape(new LinkedHashSet<>(layer.weights()));
        Tensor watched = tape.watch(x);
        Tensor mask = Tensor.ones(Shape.of(x.dim(0), x.dim(1)));
        Call how = stepByStep ? Call.masked(mask) : Call.plain();
        return tape.run(
                () -> {
                    List<Tensor> outputs = layer.applyAll(List.of(watched), how);
                    Tensor loss = Tensor.of(0);
                    for (Tensor output : outputs) {
                        loss = loss.add(output.square().sum());
                    }
                    Gradients gradients = tape.gradients(loss);
                    var all = new ArrayList<Tensor>();
                    outputs.forEach(output -> all.add(output.withMask(null).detach()));
                    layer.weights().forEach(weight -> all.add(gradients.of(weight)));
                    all.add(gradients.of(watched));
                    return all;
                });
    }

    private static void assertSame(Layer layer, Tensor x) {
        layer.outputShape(x.shape()); // makes the weights
        List<Tensor> fast = results(layer, x, false);
        List<Tensor> plain = results(layer, x, true);
        assertEquals(plain.size(), fast.size());
        for (int i = 0; i < plain.size(); i++) {
            assertEquals(plain.get(i).shape(), fast.get(i).shape());
            assertArrayEquals(plain.get(i).toArray(), fast.get(i).toArray(), 3e-5f, "number " + i);
        }
    }

    @ParameterizedTest
    @CsvSource({"1, 1, 1, 1", "7, 5, 3, 16", "13, 4, 2, 21", "2, 9, 33, 64"})
    void anLstmAtOnceIsItsStepsOneAfterTheOther(int batch, int steps, int features, int units) {
        Tensor x = some(batch, steps, features);
        assertSame(new LSTM(units), x);
        assertSame(new LSTM(units).returnSequences(true).returnState(true), x);
        assertSame(new LSTM(units).goBackwards(true).useBias(false), x);
    }

    @ParameterizedTest
    @CsvSource({"1, 1, 1, 1", "7, 5, 3, 16", "13, 4, 2, 21", "2, 9, 33, 64"})
    void aGruAtOnceIsItsStepsOneAfterTheOther(int batch, int steps, int features, int units) {
        Tensor x = some(batch, steps, features);
        assertSame(new GRU(units).biasInitializer("random_normal"), x);
        assertSame(new GRU(units).returnSequences(true).returnState(true), x);
        assertSame(new GRU(units).goBackwards(true).useBias(false), x);
    }

    @ParameterizedTest
    @CsvSource({"1, 1, 1, 1", "7, 5, 3, 16", "13, 4, 2, 21", "2, 9, 33, 64"})
    void aGruThatResetsFirstIsItsStepsOneAfterTheOther(
            int batch, int steps, int features, int units) {
        Tensor x = some(batch, steps, features);
        assertSame(new GRU(units).resetAfter(false).biasInitializer("random_normal"), x);
        assertSame(new GRU(units).resetAfter(false).returnSequences(true).returnState(true), x);
        assertSame(new GRU(units).resetAfter(false).goBackwards(true).useBias(false), x);
    }

    @ParameterizedTest
    @CsvSource({"1, 1, 1, 1", "7, 5, 3, 16", "13, 4, 2, 21", "2, 9, 33, 64"})
    void aSimpleRnnAtOnceIsItsStepsOneAfterTheOther(int batch, int steps, int features, int units) {
        Tensor x = some(batch, steps, features);
        assertSame(new SimpleRNN(units).biasInitializer("random_normal"), x);
        assertSame(new SimpleRNN(units).returnSequences(true).returnState(true), x);
        assertSame(new SimpleRNN(units).goBackwards(true).useBias(false), x);
    }

    @Test
    void anLstmGoesOnFromTheStateItIsGiven() {
        var layer = new LSTM(5).stateful(true).returnSequences(true);
        Tensor x = some(3, 6, 4);
        Tensor whole = layer.apply(x);
        layer.resetStates();
        Tensor first = layer.apply(x.slice(1, 0, 2));
        Tensor rest = layer.apply(x.slice(1, 2, 6));
        assertArrayEquals(whole.toArray(), Tensor.concat(List.of(first, rest), 1).toArray(), 1e-6f);
    }
}
