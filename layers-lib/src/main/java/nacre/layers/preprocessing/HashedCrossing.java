package nacre.layers.preprocessing;

import static nacre.layers.Arguments.positive;
import static nacre.layers.preprocessing.OutputMode.INT;
import static nacre.layers.preprocessing.OutputMode.ONE_HOT;

import java.util.List;
import nacre.layers.config.Config;
import nacre.tensor.Shape;
import nacre.tensor.Tensor;

/// Gives each combination of two or more features one number from 0 to `numBins - 1`: "red and
/// small" is its own thing.
///
/// `(batch), (batch), … → (batch)`, with `one_hot` `(batch, numBins)`.
///
/// ```java
/// new HashedCrossing(5).apply(Words.of("A", "B"), Words.of("c", "c")).shape()   // (2,)
/// ```
///
/// Source: [Keras,
/// HashedCrossing](https://keras.io/api/layers/preprocessing_layers/categorical/hashed_crossing/).
public final class HashedCrossing extends WordLayer<HashedCrossing> {
    private static final long KEY = 0xDECAFCAFFEL;

    private final int numBins;
    private OutputMode outputMode = INT;
    private boolean sparse;

    /// So many numbers.
    public HashedCrossing(int numBins) {
        this.numBins = positive("numBins", numBins);
    }

    /// What comes out: `int` (default) or `one_hot`.
    public HashedCrossing outputMode(String name) {
        return set("outputMode", () -> outputMode = OutputMode.of(name, INT, ONE_HOT));
    }

    @Override
    protected void check(List<Shape> inputs) {
        Shape first = inputs.get(0);
        boolean column = first.rank() < 2 || (first.rank() == 2 && first.last() == 1);
        if (inputs.size() < 2
                || !column
                || inputs.stream().anyMatch(shape -> !shape.accepts(first))) {
            throw new IllegalArgumentException(
                    "HashedCrossing takes at least two inputs, all of one shape, (batch) or (batch, 1); got "
                            + inputs
                            + ".");
        }
    }

    @Override
    Tensor encode(List<Words> inputs) {
        check(inputs.stream().map(Words::shape).toList());
        float[] numbers = new float[inputs.get(0).list().size()];
        for (int i = 0; i < numbers.length; i++) {
            long all = KEY;
            for (Words words : inputs) {
                all = Hashes.join(all, feature(words.list().get(i)));
            }
            numbers[i] = Long.remainderUnsigned(all, numBins);
        }
        return outputMode.encode(Tensor.wrap(numbers, inputs.get(0).shape()), numBins, null);
    }

    /// A whole number stands for itself, a word for its fingerprint.
    private static long feature(String word) {
        return word.matches("-?\\d{1,18}") ? Long.parseLong(word) : Hashes.fingerprint(word);
    }

    @Override
    Shape encodedShape(Shape in) {
        return outputMode.encode(Tensor.ghost(in), numBins, null).shape();
    }

    @Override
    public Config getConfig() {
        Config config = super.getConfig();
        config.remove("trainable"); // Keras leaves it out, and writes the number type as a word
        config.put("dtype", outputMode == INT ? "int64" : "float32");
        return config;
    }
}
