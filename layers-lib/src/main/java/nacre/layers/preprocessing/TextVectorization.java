package nacre.layers.preprocessing;

import static nacre.layers.Arguments.positive;
import static nacre.layers.preprocessing.OutputMode.COUNT;
import static nacre.layers.preprocessing.OutputMode.INT;
import static nacre.layers.preprocessing.OutputMode.MULTI_HOT;
import static nacre.layers.preprocessing.OutputMode.TF_IDF;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import nacre.layers.Keepsakes;
import nacre.layers.config.Config;
import nacre.tensor.Shape;
import nacre.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/// Turns texts into numbers: cleans them, splits them into words, and looks each word up in a
/// vocabulary.
///
/// `(batch) → (batch, words)`, shorter texts filled up with 0; or as `outputMode` says `(batch,
/// vocabulary)`. 1 is for words that are not in the vocabulary.
///
/// ```java
/// new TextVectorization().vocabulary("earth", "wind").apply("Earth, wind!", "fire")   // [[2, 3], [1, 0]]
/// ```
///
/// Source: [Keras,
/// TextVectorization](https://keras.io/api/layers/preprocessing_layers/text/text_vectorization/).
public final class TextVectorization extends WordLayer<TextVectorization> {
    /// Into what a text is split.
    enum Split {
        WHITESPACE,
        CHARACTER
    }

    private @Nullable Integer maxTokens;
    private @Nullable Standardize standardize = Standardize.LOWER_AND_STRIP_PUNCTUATION;
    private @Nullable Split split = Split.WHITESPACE;
    private @Nullable Ngrams ngrams;
    private OutputMode outputMode = INT;
    private @Nullable Integer outputSequenceLength;
    private boolean padToMaxTokens;
    private boolean sparse;
    private boolean ragged;
    private @Nullable List<Object> vocabulary;
    private double @Nullable [] idfWeights;
    private String encoding = "utf-8";
    private @Nullable Integer vocabularySize;

    private transient @Nullable UnaryOperator<String> ownStandardize;
    private transient @Nullable Function<String, List<String>> ownSplit;
    private transient @Nullable StringLookup lookup;

    /// The lookup behind, made once all options are known.
    private StringLookup lookup() {
        if (lookup == null) {
            StringLookup made =
                    new StringLookup()
                            .maskToken("")
                            .outputMode(outputMode.name().toLowerCase(Locale.ROOT));
            if (maxTokens != null) {
                made.maxTokens(maxTokens);
            }
            made.padToMaxTokens(padToMaxTokens);
            if (idfWeights != null) {
                made.idfWeights(idfWeights);
            }
            if (vocabulary != null) {
                made.vocabulary(vocabulary.stream().map(Token::text).toArray(String[]::new));
            }
            lookup = made;
        }
        return lookup;
    }

    @Override
    public void checkOptions() {
        boolean numbers = outputMode == INT;
        if (outputSequenceLength != null && !numbers) {
            throw new IllegalArgumentException(
                    "`outputSequenceLength` is only for outputMode(\"int\"); got outputMode "
                            + outputMode
                            + ".");
        }
        if (ragged && (!numbers || outputSequenceLength != null)) {
            throw new IllegalArgumentException(
                    "`ragged` is only for outputMode(\"int\") without `outputSequenceLength`.");
        }
        Lookup.checkEncoding(outputMode, sparse, padToMaxTokens && maxTokens == null);
        if (vocabulary != null) {
            lookup().checkOptions();
        }
    }

    /// The tokens of each text.
    private List<List<String>> tokens(Words texts) {
        Shape shape = texts.shape();
        if (split == null && ownSplit == null) {
            List<List<String>> rows =
                    shape.rank() < 2 ? texts.list().stream().map(List::of).toList() : texts.rows();
            return rows.stream()
                    .map(row -> row.stream().map(this::clean).toList())
                    .map(this::runs)
                    .toList();
        }
        if (shape.rank() > 2 || (shape.rank() == 2 && shape.last() != 1)) {
            throw new IllegalArgumentException(
                    "TextVectorization needs texts (batch) or (batch, 1); got " + shape + ".");
        }
        return texts.list().stream().map(text -> runs(parts(clean(text)))).toList();
    }

    private String clean(String text) {
        return ownStandardize != null
                ? ownStandardize.apply(text)
                : standardize == null ? text : standardize.clean(text);
    }

    private List<String> parts(String text) {
        if (ownSplit != null) {
            return ownSplit.apply(text);
        }
        return split == Split.CHARACTER
                ? text.codePoints().mapToObj(Character::toString).toList()
                : Arrays.stream(text.split("[ \\t\\n\\r\\f\\x0B]+", -1))
                        .filter(word -> !word.isEmpty())
                        .toList();
    }

    private List<String> runs(List<String> words) {
        return ngrams == null ? words : ngrams.of(words);
    }

    @Override
    Tensor encode(List<Words> inputs) {
        List<List<String>> rows = tokens(inputs.get(0));
        boolean numbers = outputMode == INT;
        int longest = rows.stream().mapToInt(List::size).max().orElse(0);
        int width = numbers && outputSequenceLength != null ? outputSequenceLength : longest;
        float[] places = new float[rows.size() * width];
        Arrays.fill(places, numbers ? 0 : -1); // what is filled up counts nowhere
        for (int i = 0; i < rows.size(); i++) {
            for (int j = 0; j < Math.min(width, rows.get(i).size()); j++) {
                places[i * width + j] = lookup().place(rows.get(i).get(j));
            }
        }
        return lookup().finish(Tensor.wrap(places, Shape.of(rows.size(), width)));
    }

    @Override
    Shape encodedShape(Shape in) {
        int width = outputSequenceLength == null ? Shape.NONE : outputSequenceLength;
        return lookup().encodedShape(Shape.of(in.dim(0), width));
    }

    /// Learns the vocabulary from texts: the most frequent words first.
    public void adapt(String... texts) {
        adapt(Words.of(texts));
    }

    /// Learns the vocabulary from texts.
    public void adapt(Words texts) {
        lookup().learn(tokens(texts));
    }

    /// Keras keeps the vocabulary twice, here and with the lookup.
    @Override
    public Map<String, Object> parts() {
        return Map.of("_lookup_layer", lookup());
    }

    @Override
    public Keepsakes keepsakes() {
        return vocabulary == null ? lookup().keepsakes() : Keepsakes.NONE;
    }

    @Override
    public void restore(Keepsakes keepsakes) {
        if (vocabulary == null) {
            lookup().restore(keepsakes);
        }
    }

    /// Takes over a vocabulary.
    public void setVocabulary(List<String> words, double... idfWeightsOfWords) {
        lookup().setVocabulary(words, idfWeightsOfWords);
    }

    /// The vocabulary with its special tokens in front.
    public List<String> getVocabulary() {
        return lookup().getVocabulary();
    }

    /// How many tokens the vocabulary holds, special ones included.
    public int vocabularySize() {
        return lookup().vocabularySize();
    }

    @Override
    public Config getConfig() {
        return super.getConfig().with("vocabulary_size", vocabularySize());
    }

    // --- options

    /// The largest size of the vocabulary, special tokens included; default none.
    public TextVectorization maxTokens(int most) {
        return set("maxTokens", () -> maxTokens = positive("maxTokens", most));
    }

    /// How texts are cleaned: `lower_and_strip_punctuation` (default), `lower`,
    /// `strip_punctuation`, or `none`.
    public TextVectorization standardize(String name) {
        return set(
                "standardize", () -> standardize = choice("standardize", Standardize.class, name));
    }

    /// How texts are cleaned, in your own way; a config cannot say it.
    public TextVectorization standardize(UnaryOperator<String> cleaning) {
        return set("standardize", () -> ownStandardize = cleaning);
    }

    /// Where texts are split: at `whitespace` (default), into every `character`, or `none`.
    public TextVectorization split(String name) {
        return set("split", () -> split = choice("split", Split.class, name));
    }

    /// Where texts are split, in your own way; a config cannot say it.
    public TextVectorization split(Function<String, List<String>> splitting) {
        return set("split", () -> ownSplit = splitting);
    }

    private static <E extends Enum<E>> @Nullable E choice(
            String option, Class<E> kind, String name) {
        if (name.equals("none")) {
            return null;
        }
        List<String> known =
                Arrays.stream(kind.getEnumConstants())
                        .map(c -> c.name().toLowerCase(Locale.ROOT))
                        .toList();
        if (!known.contains(name)) {
            throw new IllegalArgumentException(
                    "`"
                            + option
                            + "` must be one of "
                            + known
                            + " or \"none\"; got \""
                            + name
                            + "\".");
        }
        return Enum.valueOf(kind, name.toUpperCase(Locale.ROOT));
    }

    /// Runs of up to so many words are tokens as well; default only single words.
    public TextVectorization ngrams(int upTo) {
        return set("ngrams", () -> ngrams = Ngrams.upTo(positive("ngrams", upTo)));
    }

    /// Runs of exactly these numbers of words are tokens.
    public TextVectorization ngrams(List<Integer> widths) {
        return set("ngrams", () -> ngrams = Ngrams.of(widths));
    }

    /// What comes out: `int` (default), `multi_hot`, `count` or `tf_idf`.
    public TextVectorization outputMode(String name) {
        return set(
                "outputMode",
                () -> outputMode = OutputMode.of(name, INT, MULTI_HOT, COUNT, TF_IDF));
    }

    /// In mode `int`, how many numbers each text gives, cut or filled up with 0; default as many as
    /// the longest.
    public TextVectorization outputSequenceLength(int words) {
        return set(
                "outputSequenceLength",
                () -> outputSequenceLength = positive("outputSequenceLength", words));
    }

    /// Whether rows have `maxTokens` numbers even if there are fewer tokens; default false.
    public TextVectorization padToMaxTokens(boolean on) {
        return set("padToMaxTokens", () -> padToMaxTokens = on);
    }

    /// The words, the first one first; default none: learned by `adapt`.
    public TextVectorization vocabulary(String... words) {
        return set("vocabulary", () -> vocabulary = new ArrayList<>(List.of((Object[]) words)));
    }

    /// For `tf_idf`, how much each word of the vocabulary counts; default none: learned by `adapt`.
    public TextVectorization idfWeights(double... weights) {
        return set("idfWeights", () -> idfWeights = weights.clone());
    }
}
