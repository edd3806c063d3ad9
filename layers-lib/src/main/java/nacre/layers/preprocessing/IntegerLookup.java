package nacre.layers.preprocessing;

import java.util.List;
import java.util.stream.LongStream;
import nacre.layers.Pass;
import nacre.tensor.Tensor;

/// Gives each whole number of a vocabulary its place; 0 is for numbers that are not in it.
///
/// `(…) → (…)`, or as `outputMode` says. The vocabulary is given, or learned by [#adapt]: the most
/// frequent first.
///
/// ```java
/// new IntegerLookup().vocabulary(12, 36, 1138).apply(Tensor.of(new float[] {36, 7}))   // [2, 0]
/// ```
///
/// Source: [Keras,
/// IntegerLookup](https://keras.io/api/layers/preprocessing_layers/categorical/integer_lookup/).
public final class IntegerLookup extends Lookup<IntegerLookup> {
    /// A lookup without a vocabulary yet.
    public IntegerLookup() {
        super("int64", -1);
    }

    /// The numbers, the first one first; default none: learned by `adapt`.
    public IntegerLookup vocabulary(long... numbers) {
        return set(
                "vocabulary",
                () -> vocabulary = LongStream.of(numbers).mapToObj(n -> (Object) n).toList());
    }

    /// A number that stands for "nothing here"; default none.
    public IntegerLookup maskToken(long number) {
        return set("maskToken", () -> maskToken = number);
    }

    /// What numbers out of the vocabulary turn into on the way back; default -1.
    public IntegerLookup oovToken(long number) {
        return set("oovToken", () -> oovToken = number);
    }

    /// Learns the vocabulary from numbers.
    public void adapt(Tensor numbers) {
        adapt(Words.of(numbers));
    }

    /// Learns the vocabulary from numbers written as words, which may be larger than a tensor can
    /// hold exactly.
    public void adapt(Words numbers) {
        learn(
                numbers.shape().rank() < 2
                        ? numbers.list().stream().map(List::of).toList()
                        : numbers.rows());
    }

    /// Takes over a vocabulary.
    public void setVocabulary(List<Long> numbers, double... idfWeights) {
        take(
                numbers.stream().map(String::valueOf).toList(),
                idfWeights.length == 0 ? null : idfWeights);
    }

    /// The vocabulary with its special tokens in front.
    public List<Long> getVocabulary() {
        return tokens().stream().map(Long::valueOf).toList();
    }

    @Override
    protected Tensor call(List<Tensor> inputs, Pass pass) {
        Tensor x = inputs.get(0);
        if (!inverts() || x.isGhost()) {
            return super.call(inputs, pass);
        }
        List<String> tokens = tokensAt(x);
        float[] numbers = new float[tokens.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = Long.parseLong(tokens.get(i));
        }
        return Tensor.wrap(numbers, x.shape());
    }

    @Override
    int compare(String a, String b) {
        return Long.compare(Long.parseLong(a), Long.parseLong(b));
    }

    @Override
    long oovPlace(String token, int places) {
        return oovMethod() == OovMethod.FARMHASH
                ? hashed(token, places)
                : Math.floorMod(Long.parseLong(token), places);
    }
}
