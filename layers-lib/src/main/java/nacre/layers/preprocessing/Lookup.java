package nacre.layers.preprocessing;

import static nacre.layers.Arguments.perAxisOrZero;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import nacre.layers.Keepsakes;
import nacre.tensor.Shape;
import nacre.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/// What lookups share: a vocabulary that is given or learned, and how its numbers come out.
///
/// The number of a token is its place in the vocabulary, behind places for the mask token (if there
/// is one and the output is `int`) and for tokens that are out of the vocabulary (oov).
public abstract class Lookup<S extends Lookup<S>> extends WordLayer<S> {
    private static final String VOCABULARY = "vocabulary.txt";
    private static final String IDF_WEIGHTS = "idf_weights";

    private boolean invert;
    private @Nullable Integer maxTokens;
    private int numOovIndices = 1;
    @Nullable Object oovToken;
    @Nullable Object maskToken;
    private OutputMode outputMode = OutputMode.INT;
    private boolean sparse;
    private boolean padToMaxTokens;
    private final String vocabularyDtype;
    private double @Nullable [] idfWeights;
    @Nullable List<Object> vocabulary;
    private @Nullable Integer vocabularySize;
    private OovMethod oovMethod = OovMethod.FLOORMOD;
    private @Nullable Salt salt;

    private transient @Nullable Vocabulary table;

    Lookup(String vocabularyDtype, Object oovToken) {
        this.vocabularyDtype = vocabularyDtype;
        this.oovToken = oovToken;
    }

    /// How the tokens are ordered where they are equally frequent.
    abstract int compare(String a, String b);

    /// Where a token without a place goes, if there are several places for such.
    abstract long oovPlace(String token, int places);

    // --- the vocabulary

    private String special(@Nullable Object token) {
        return token == null ? "" : Token.text(token);
    }

    /// How many places come before those of the vocabulary's tokens.
    private int firstPlace() {
        return oovPlaceStart() + numOovIndices;
    }

    private int oovPlaceStart() {
        return maskToken != null && outputMode == OutputMode.INT ? 1 : 0;
    }

    private Vocabulary table() {
        if (table == null) {
            table = Vocabulary.EMPTY;
            if (vocabulary != null) {
                take(vocabulary.stream().map(Token::text).toList(), idfWeights);
            }
        }
        return table;
    }

    /// Takes over a vocabulary; special tokens in front are known by themselves.
    final void take(List<String> given, double @Nullable [] idf) {
        if (given.isEmpty()) {
            throw new IllegalArgumentException(
                    "`vocabulary` must hold at least one token; got none.");
        }
        if ((idf != null) != (outputMode == OutputMode.TF_IDF)) {
            throw new IllegalArgumentException(
                    "`idfWeights` must be given with a vocabulary for `outputMode(\"tf_idf\")`, and only then.");
        }
        List<String> specials = specials();
        boolean with =
                given.size() >= specials.size()
                        && given.subList(0, specials.size()).equals(specials);
        List<String> tokens = with ? given.subList(specials.size(), given.size()) : given;
        checkSpecial("maskToken", maskToken, tokens);
        // else it is a token like others
        checkSpecial("oovToken", invert ? oovToken : null, tokens);
        if (maxTokens != null && tokens.size() + firstPlace() > maxTokens) {
            throw new IllegalArgumentException(
                    "A vocabulary of "
                            + (tokens.size() + firstPlace())
                            + " tokens is larger than `maxTokens`, "
                            + maxTokens
                            + ".");
        }
        if (idf != null && idf.length != given.size()) {
            throw new IllegalArgumentException(
                    "`idfWeights` must be as many as the tokens of the vocabulary; got "
                            + idf.length
                            + " and "
                            + given.size()
                            + ".");
        }
        table =
                Vocabulary.of(
                        tokens,
                        idf == null
                                ? new double[0]
                                : with ? idf : Vocabulary.withMean(idf, firstPlace()));
    }

    private void checkSpecial(String option, @Nullable Object special, List<String> tokens) {
        if (special != null && tokens.contains(Token.text(special))) {
            throw new IllegalArgumentException(
                    "`"
                            + option
                            + "` \""
                            + special
                            + "\" must not stand among the other tokens of a vocabulary. Special tokens are known by"
                            + " themselves; leave them out.");
        }
    }

    @Override
    public void checkOptions() {
        checkEncoding(outputMode, sparse, padToMaxTokens && maxTokens == null);
        if (invert && outputMode != OutputMode.INT) {
            throw new IllegalArgumentException(
                    "`invert` goes back from numbers to tokens, so `outputMode` must be \"int\"; got outputMode "
                            + outputMode
                            + ".");
        }
        if (idfWeights != null && outputMode != OutputMode.TF_IDF) {
            throw new IllegalArgumentException(
                    "`idfWeights` are only for outputMode(\"tf_idf\"); got outputMode "
                            + outputMode
                            + ".");
        }
        if (vocabulary != null) {
            table(); // says so if the vocabulary does not fit
        }
    }

    /// What can be wrong about how places come out.
    static void checkEncoding(OutputMode mode, boolean sparse, boolean noMaximum) {
        if (sparse && mode == OutputMode.INT) {
            throw new IllegalArgumentException(
                    "`sparse` is for rows of zeros and ones, not for `outputMode` \"int\". Leave it out.");
        }
        if (noMaximum) {
            throw new IllegalArgumentException("`padToMaxTokens` needs `maxTokens`: say how many.");
        }
    }

    private List<String> specials() {
        var specials = new ArrayList<String>();
        if (oovPlaceStart() == 1) {
            specials.add(special(maskToken));
        }
        for (int i = 0; i < numOovIndices; i++) {
            specials.add(special(oovToken));
        }
        return specials;
    }

    /// Learns the vocabulary: the most frequent tokens first. Each row is a document.
    final void learn(List<List<String>> documents) {
        if (vocabulary != null) {
            throw new IllegalStateException(
                    "\"" + name() + "\" was made with a vocabulary and cannot learn one by adapt.");
        }
        var without = new ArrayList<String>();
        if (maskToken != null) {
            without.add(Token.text(maskToken));
        }
        if (oovToken != null) {
            without.add(Token.text(oovToken));
        }
        int most = maxTokens == null ? Integer.MAX_VALUE : maxTokens - firstPlace();
        Vocabulary learned = Vocabulary.learn(documents, without, most, this::compare);
        table = outputMode == OutputMode.TF_IDF ? learned.withMeanInFront(firstPlace()) : learned;
    }

    /// A vocabulary that was given is an option; one that was learned lies in a file of its own.
    @Override
    public Keepsakes keepsakes() {
        if (vocabulary != null || table().tokens().isEmpty()) {
            return Keepsakes.NONE;
        }
        byte[] text = String.join("\n", tokens()).getBytes(StandardCharsets.UTF_8);
        double[] weights = table().weights();
        return new Keepsakes(
                Map.of(VOCABULARY, text),
                outputMode == OutputMode.TF_IDF
                        ? Map.of(IDF_WEIGHTS, Tensor.of(weights, weights.length))
                        : Map.of());
    }

    @Override
    public void restore(Keepsakes keepsakes) {
        byte[] text = keepsakes.files().get(VOCABULARY);
        if (vocabulary == null && text != null) {
            Tensor idf = keepsakes.arrays().get(IDF_WEIGHTS);
            List<String> lines = List.of(new String(text, StandardCharsets.UTF_8).split("\n", -1));
            take(lines, idf == null ? null : doubles(idf));
        }
    }

    private static double[] doubles(Tensor values) {
        return IntStream.range(0, values.size()).mapToDouble(values::get).toArray();
    }

    /// The vocabulary with its special tokens in front.
    final List<String> tokens() {
        var all = new ArrayList<String>(specials());
        all.addAll(table().tokens());
        return all;
    }

    /// How many tokens the vocabulary holds, special ones included.
    public int vocabularySize() {
        return table().tokens().size() + firstPlace();
    }

    // --- looking up

    @Override
    final Tensor encode(List<Words> inputs) {
        return encode(inputs.get(0));
    }

    final Tensor encode(Words words) {
        if (invert) {
            throw new IllegalStateException(
                    "\""
                            + name()
                            + "\" turns numbers into words (`invert`): give it a tensor, words(numbers).");
        }
        float[] places = new float[words.list().size()];
        for (int i = 0; i < places.length; i++) {
            places[i] = place(words.list().get(i));
        }
        return finish(Tensor.wrap(places, words.shape()));
    }

    /// The place of a token; one that is to count nowhere has place -1.
    final long place(String token) {
        if (maskToken != null && token.equals(Token.text(maskToken))) {
            return outputMode == OutputMode.INT ? 0 : -1;
        }
        Integer found = table().place(token);
        if (found != null) {
            return firstPlace() + found;
        }
        if (numOovIndices == 0) {
            throw new IllegalArgumentException(
                    "\""
                            + token
                            + "\" is not in the vocabulary of \""
                            + name()
                            + "\", and with numOovIndices(0) there is no place for other tokens. Set numOovIndices(1).");
        }
        return oovPlaceStart() + (numOovIndices == 1 ? 0 : oovPlace(token, numOovIndices));
    }

    /// Places as the output mode says.
    final Tensor finish(Tensor places) {
        if (outputMode == OutputMode.INT) {
            return places;
        }
        Tensor encoded = outputMode.encode(places, depth(), null);
        if (outputMode != OutputMode.TF_IDF) {
            return encoded;
        }
        double[] weights = Arrays.copyOf(table().weights(), depth());
        return encoded.mul(Tensor.of(weights, weights.length));
    }

    private int depth() {
        if (!padToMaxTokens) {
            return vocabularySize();
        }
        if (maxTokens == null) {
            throw new IllegalArgumentException("`padToMaxTokens` needs `maxTokens`.");
        }
        return maxTokens;
    }

    final long hashed(String token, int places) {
        return Hashes.bucket(token, places, salt == null ? new long[0] : salt.toArray());
    }

    final OovMethod oovMethod() {
        return oovMethod;
    }

    final boolean inverts() {
        return invert;
    }

    final OutputMode mode() {
        return outputMode;
    }

    /// The token at each place, for going back.
    final List<String> tokensAt(Tensor places) {
        List<String> all = tokens();
        var result = new ArrayList<String>();
        for (float place : places.toArray()) {
            boolean known = place >= 0 && place < all.size();
            result.add(known ? all.get((int) place) : special(oovToken));
        }
        return result;
    }

    @Override
    Shape encodedShape(Shape in) {
        return outputMode == OutputMode.INT
                ? in
                : outputMode.encode(Tensor.ghost(in), depth(), null).shape();
    }

    // --- options

    /// Whether numbers are turned into tokens instead; default false.
    public S invert(boolean on) {
        return set("invert", () -> invert = on);
    }

    /// The largest size of the vocabulary, special tokens included; default none.
    public S maxTokens(int most) {
        if (most <= 1) {
            throw new IllegalArgumentException(
                    "`maxTokens` must be greater than 1; got " + most + ".");
        }
        return set("maxTokens", () -> maxTokens = most);
    }

    /// How many places there are for tokens out of the vocabulary; default 1.
    public S numOovIndices(int places) {
        perAxisOrZero("numOovIndices", 1, places);
        return set("numOovIndices", () -> numOovIndices = places);
    }

    /// What comes out: `int` (default), `one_hot`, `multi_hot`, `count` or `tf_idf`.
    public S outputMode(String name) {
        return set("outputMode", () -> outputMode = OutputMode.of(name, OutputMode.values()));
    }

    /// Whether rows have `maxTokens` numbers even if there are fewer tokens; default false.
    public S padToMaxTokens(boolean on) {
        return set("padToMaxTokens", () -> padToMaxTokens = on);
    }

    /// For `tf_idf`, how much each token of the vocabulary counts; default none: learned by
    /// `adapt`.
    public S idfWeights(double... weights) {
        return set("idfWeights", () -> idfWeights = weights.clone());
    }

    /// Where whole numbers without a place go, if there are several: `floormod` (default) or
    /// `farmhash`.
    public S oovMethod(String name) {
        return set("oovMethod", () -> oovMethod = OovMethod.of(name));
    }

    /// Makes the places of tokens out of the vocabulary unforeseeable; default none.
    public S salt(long first, long second) {
        return set("salt", () -> salt = new Salt(first, second));
    }
}
