package nacre.layers.preprocessing;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import nacre.tensor.Tensor;

/// Gives each word of a vocabulary its number; 0 is for words that are not in it.
///
/// `(…) → (…)`, or as `outputMode` says. The vocabulary is given, or learned by [#adapt]: the most
/// frequent words first.
///
/// ```java
/// new StringLookup().vocabulary("a", "b", "c").apply("c", "a", "z")   // [3, 1, 0]
/// ```
///
/// Source: [Keras,
/// StringLookup](https://keras.io/api/layers/preprocessing_layers/categorical/string_lookup/).
public final class StringLookup extends Lookup<StringLookup> {
    private String encoding = "utf-8";

    /// A lookup without a vocabulary yet.
    public StringLookup() {
        super("string", "[UNK]");
    }

    /// The words, the first one first; default none: learned by `adapt`.
    public StringLookup vocabulary(String... words) {
        return set("vocabulary", () -> vocabulary = List.of((Object[]) words));
    }

    /// A word that stands for "nothing here"; default none.
    public StringLookup maskToken(String word) {
        return set("maskToken", () -> maskToken = word);
    }

    /// What words out of the vocabulary turn into on the way back; default `[UNK]`.
    public StringLookup oovToken(String word) {
        return set("oovToken", () -> oovToken = word);
    }

    /// How words are written as bytes; only `utf-8`, the default.
    public StringLookup encoding(String name) {
        if (!name.equalsIgnoreCase("utf-8")) {
            throw new IllegalArgumentException(
                    "`encoding` must be \"utf-8\"; got \"" + name + "\".");
        }
        return set("encoding", () -> encoding = name);
    }

    /// Learns the vocabulary from words.
    public void adapt(String... words) {
        adapt(Words.of(words));
    }

    /// Learns the vocabulary from words; each row is a document.
    public void adapt(Words words) {
        learn(
                words.shape().rank() < 2
                        ? words.list().stream().map(List::of).toList()
                        : words.rows());
    }

    /// Takes over a vocabulary.
    public void setVocabulary(List<String> words, double... idfWeights) {
        take(words, idfWeights.length == 0 ? null : idfWeights);
    }

    /// The vocabulary with its special tokens in front.
    public List<String> getVocabulary() {
        return tokens();
    }

    /// The words that numbers stand for, of a lookup with `invert`.
    public Words words(Tensor numbers) {
        return new Words(numbers.shape(), tokensAt(numbers));
    }

    @Override
    int compare(String a, String b) {
        return Arrays.compareUnsigned(
                a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    long oovPlace(String token, int places) {
        return hashed(token, places);
    }
}
