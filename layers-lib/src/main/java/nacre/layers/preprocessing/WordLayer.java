package nacre.layers.preprocessing;

import java.util.List;
import nacre.layers.FluentLayer;
import nacre.layers.Pass;
import nacre.tensor.Shape;
import nacre.tensor.Tensor;

/// A layer that takes words, or whole numbers that stand for something, and gives numbers.
public abstract class WordLayer<S extends WordLayer<S>> extends FluentLayer<S> {

    /// The numbers for the words.
    abstract Tensor encode(List<Words> inputs);

    /// The shape that comes out for inputs of this shape.
    abstract Shape encodedShape(Shape in);

    /// The numbers for words in a row.
    public final Tensor apply(String... words) {
        return apply(Words.of(words));
    }

    /// The numbers for rows of words.
    public final Tensor apply(String[][] rows) {
        return apply(Words.of(rows));
    }

    /// The numbers for words of any shape; layers that join several inputs take more than one.
    public final Tensor apply(Words... inputs) {
        return encode(List.of(inputs));
    }

    @Override
    protected Tensor call(List<Tensor> inputs, Pass pass) {
        return inputs.stream().anyMatch(Tensor::isGhost)
                ? Tensor.ghost(encodedShape(inputs.get(0).shape()))
                : encode(inputs.stream().map(Words::of).toList());
    }
}
