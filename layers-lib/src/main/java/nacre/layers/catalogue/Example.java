package nacre.layers.catalogue;

import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import nacre.layers.Layer;
import nacre.tensor.RandomStream;
import nacre.tensor.Shape;
import nacre.tensor.Tensor;

/// A layer as one would make it, and shapes that it can be called on.
///
/// @param maker makes the layer, a new one each time
/// @param inputs the shapes of its inputs, with an unknown batch
/// @param tokens 0: the inputs are any numbers; else whole numbers below this
public record Example(Supplier<Layer> maker, List<Shape> inputs, int tokens) {
    static Example of(Supplier<Layer> maker, int... sample) {
        return new Example(maker, List.of(Shape.batch(sample)), 0);
    }

    static Example of(Supplier<Layer> maker, Shape... inputs) {
        return new Example(maker, List.of(inputs), 0);
    }

    /// An example of a layer for images: numbers from 0 to 255.
    static Example image(Supplier<Layer> maker) {
        return of(maker, 6, 8, 3).tokens(256);
    }

    /// The same example on whole numbers below `count`.
    Example tokens(int count) {
        return new Example(maker, inputs, count);
    }

    /// A new layer.
    public Layer layer() {
        return maker.get();
    }

    /// Inputs for a batch of this size, drawn from a seed.
    public List<Tensor> data(int batch, long seed) {
        var random = new RandomStream(seed);
        return inputs.stream().map(input -> data(known(input, batch), random)).toList();
    }

    private Tensor data(Shape shape, RandomStream random) {
        return tokens > 0 ? random.uniform(shape, 0, tokens).floor() : random.normal(shape, 0, 1);
    }

    private static Shape known(Shape input, int batch) {
        return Shape.of(
                Arrays.stream(input.dims()).map(dim -> dim == Shape.NONE ? batch : dim).toArray());
    }
}
