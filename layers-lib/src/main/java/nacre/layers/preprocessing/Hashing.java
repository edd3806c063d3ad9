package nacre.layers.preprocessing;

import static nacre.layers.Arguments.positive;
import static nacre.layers.preprocessing.OutputMode.COUNT;
import static nacre.layers.preprocessing.OutputMode.INT;
import static nacre.layers.preprocessing.OutputMode.MULTI_HOT;
import static nacre.layers.preprocessing.OutputMode.ONE_HOT;

import java.util.List;
import nacre.tensor.Shape;
import nacre.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/// Gives words numbers from 0 to `numBins - 1` without a vocabulary: the same word always the same,
/// several may share.
///
/// `(…) → (…)`, or as `outputMode` says.
///
/// ```java
/// new Hashing(3).apply("A", "B", "C", "D", "E")   // [1, 0, 1, 1, 2]
/// ```
///
/// Source: [Keras, Hashing](https://keras.io/api/layers/preprocessing_layers/categorical/hashing/).
public final class Hashing extends WordLayer<Hashing> {
    private final int numBins;
    private @Nullable Salt salt;
    private @Nullable Object maskValue;
    private OutputMode outputMode = INT;
    private boolean sparse;

    /// So many numbers.
    public Hashing(int numBins) {
        this.numBins = positive("numBins", numBins);
    }

    /// A word that always gets 0, which no other word gets then; default none.
    public Hashing maskValue(String word) {
        return set("maskValue", () -> maskValue = word);
    }

    /// A whole number that always gets 0, which no other gets then; default none.
    public Hashing maskValue(long number) {
        return set("maskValue", () -> maskValue = number);
    }

    /// Makes the numbers unforeseeable for who does not know the salt; default none.
    public Hashing salt(long first, long second) {
        return set("salt", () -> salt = new Salt(first, second));
    }

    /// Makes the numbers unforeseeable for who does not know the salt; default none.
    public Hashing salt(long number) {
        return salt(number, number);
    }

    @Override
    public void checkOptions() {
        Lookup.checkEncoding(outputMode, sparse, false);
    }

    /// What comes out: `int` (default), `one_hot`, `multi_hot` or `count`.
    public Hashing outputMode(String name) {
        return set(
                "outputMode",
                () -> outputMode = OutputMode.of(name, INT, ONE_HOT, MULTI_HOT, COUNT));
    }

    @Override
    Tensor encode(List<Words> inputs) {
        Words words = inputs.get(0);
        float[] numbers = new float[words.list().size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = number(words.list().get(i));
        }
        return outputMode.encode(Tensor.wrap(numbers, words.shape()), numBins, null);
    }

    private long number(String word) {
        long[] key = salt == null ? new long[0] : salt.toArray();
        if (maskValue == null || numBins == 1) {
            return Hashes.bucket(word, numBins, key);
        }
        return word.equals(Token.text(maskValue)) ? 0 : 1 + Hashes.bucket(word, numBins - 1, key);
    }

    @Override
    Shape encodedShape(Shape in) {
        return outputMode.encode(Tensor.ghost(in), numBins, null).shape();
    }
}
