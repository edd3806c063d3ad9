package nacre.models;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import nacre.layers.Layer;
import nacre.layers.convolutional.Conv1D;
import nacre.layers.convolutional.Conv2D;
import nacre.layers.core.Input;
import nacre.layers.pooling.AveragePooling2D;
import nacre.layers.pooling.MaxPooling1D;
import nacre.layers.pooling.MaxPooling2D;
import nacre.layers.weights.Regularizer;
import nacre.tensor.Shape;
import nacre.tensor.Tape;
import nacre.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// A convolution with a max pooling behind it is calculated in one pass: whatever their options
/// are, a model gives what its layers give one by one.
class PooledConvolutionTest {
    private static final Shape IMAGES = Shape.of(3, 12, 11, 2);

    private static Tensor some(Shape shape) {
        var random = new Random(3);
        float[] values = new float[shape.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = random.nextFloat(-1, 1);
        }
        return Tensor.of(values, shape.dims());
    }

    private static List<Layer> pair(Layer convolution, Layer pooling) {
        return List.of(convolution, pooling);
    }

    static Stream<List<Layer>> pairs() {
        return Stream.of(
                pair(new Conv2D(5, 3).activation("relu"), new MaxPooling2D(2)),
                pair(new Conv2D(5, 3).biasInitializer("ones"), new MaxPooling2D(3, 2)),
                pair(new Conv2D(5, 3).activation("tanh"), new MaxPooling2D(2)),
                pair(new Conv2D(5, 3).activation("softmax"), new MaxPooling2D(2)),
                pair(new Conv2D(4, 3).groups(2).useBias(false), new MaxPooling2D(2)),
                pair(new Conv2D(5, 3).strides(2).padding("same"), new MaxPooling2D(2)),
                pair(new Conv2D(5, 1).activation("relu"), new MaxPooling2D(2)),
                pair(new Conv2D(5, 3).dilationRate(2), new MaxPooling2D(2)),
                pair(new Conv2D(5, 3), new MaxPooling2D(2).strides(1)),
                pair(new Conv2D(5, 3), new MaxPooling2D(2).padding("same")),
                pair(new Conv2D(5, 3), new MaxPooling2D(2).dataFormat("channels_first")),
                pair(new Conv2D(5, 2).dataFormat("channels_first"), new MaxPooling2D(2)),
                pair(new Conv2D(5, 3).activation("relu"), new AveragePooling2D(2)));
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void aModelGivesWhatItsLayersGive(List<Layer> layers) {
        Tensor data = some(IMAGES);
        Tensor input = Input.of(IMAGES.drop(0).dims());
        var stack = Sequential.of(input, layers.get(0), layers.get(1));
        Tensor want = layers.get(1).apply(layers.get(0).apply(data));
        assertEquals(want.shape(), stack.predict(data).shape());
        assertArrayEquals(want.toArray(), stack.predict(data).toArray(), 1e-6f);
        var graph = Model.of(input, layers.get(1).apply(layers.get(0).apply(input)));
        assertArrayEquals(want.toArray(), graph.predict(data).toArray(), 1e-6f);
    }

    @Test
    void sequencesToo() {
        Tensor data = some(Shape.of(2, 40, 3));
        var convolution = new Conv1D(4, 5).padding("causal").activation("relu");
        var pooling = new MaxPooling1D(3);
        var model = Sequential.of(Input.of(40, 3), convolution, pooling);
        Tensor want = pooling.apply(convolution.apply(data));
        assertArrayEquals(want.toArray(), model.predict(data).toArray(), 1e-6f);
    }

    @Test
    void whatLiesBetweenMayBeReadByOthers() {
        Tensor data = some(IMAGES);
        Tensor input = Input.of(IMAGES.drop(0).dims());
        var convolution = new Conv2D(3, 3).activation("relu");
        var pooling = new MaxPooling2D(2);
        Tensor between = convolution.apply(input);
        Tensor small = pooling.apply(between);
        Tensor seen = convolution.apply(data);
        var skip = Model.of(input, List.of(small, between.mean(1)));
        List<Tensor> both = skip.predictAll(data, 32);
        assertArrayEquals(pooling.apply(seen).toArray(), both.get(0).toArray(), 1e-6f);
        assertArrayEquals(seen.mean(1).toArray(), both.get(1).toArray(), 1e-6f);
        var shown = Model.of(input, List.of(between, small)).predictAll(data, 32);
        assertArrayEquals(seen.toArray(), shown.get(0).toArray(), 1e-6f);
        assertArrayEquals(pooling.apply(seen).toArray(), shown.get(1).toArray(), 1e-6f);
    }

    @Test
    void aPriceOfWhatLiesBetweenIsStillAsked() {
        Tensor data = some(IMAGES);
        var convolution = new Conv2D(3, 3);
        var model =
                Sequential.of(Input.of(IMAGES.drop(0).dims()), convolution, new MaxPooling2D(2));
        model.compile("sgd", "mse");
        Tensor truth = Tensor.zeros(model.predict(data).shape());
        double before = model.evaluate(data, truth).get("loss");
        convolution.activityRegularizer(Regularizer.of("l2"));
        double price = convolution.apply(data).square().sum().item() * 0.01 / IMAGES.dim(0);
        assertEquals(before + price, model.evaluate(data, truth).get("loss"), 1e-4);
    }

    @Test
    void gradientsGoThroughInInferenceToo() {
        Tensor data = some(IMAGES);
        var convolution = new Conv2D(3, 3).activation("relu");
        var pooling = new MaxPooling2D(2);
        var model = Sequential.of(Input.of(IMAGES.drop(0).dims()), convolution, pooling);
        var together = new Tape();
        Tensor x = together.watch(data);
        Tensor gradient = together.gradients(model.apply(x).square()).of(x);
        var oneByOne = new Tape();
        Tensor y = oneByOne.watch(data);
        Tensor want = oneByOne.gradients(pooling.apply(convolution.apply(y)).square()).of(y);
        assertArrayEquals(want.toArray(), gradient.toArray(), 1e-5f);
    }
}
