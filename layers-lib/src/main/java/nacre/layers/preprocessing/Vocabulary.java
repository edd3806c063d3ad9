package nacre.layers.preprocessing;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Tokens with their places, and with how much each counts if that is asked for.
///
/// @param tokens in order
/// @param places of the tokens, from 0
/// @param weights how much each counts (tf-idf), or none
record Vocabulary(List<String> tokens, Map<String, Integer> places, double[] weights) {
    static final Vocabulary EMPTY = new Vocabulary(List.of(), Map.of(), new double[0]);

    static Vocabulary of(List<String> tokens, double... weights) {
        var places = new HashMap<String, Integer>();
        for (String token : tokens) {
            if (places.putIfAbsent(token, places.size()) != null) {
                throw new IllegalArgumentException(
                        "A vocabulary must hold each token once; \""
                                + token
                                + "\" is there twice.");
            }
        }
        return new Vocabulary(List.copyOf(tokens), places, weights);
    }

    @Nullable Integer place(String token) {
        return places.get(token);
    }

    /// The most frequent tokens of documents; of equally frequent ones the later in order first. A
    /// token counts the more the fewer documents hold it: `ln(1 + documents / (1 + documents with
    /// it))`.
    static Vocabulary learn(
            List<List<String>> documents,
            List<String> without,
            int most,
            Comparator<String> order) {
        var counts = new HashMap<String, Integer>();
        var holding = new HashMap<String, Integer>();
        for (List<String> document : documents) {
            document.forEach(token -> counts.merge(token, 1, Integer::sum));
            new HashSet<>(document).forEach(token -> holding.merge(token, 1, Integer::sum));
        }
        without.forEach(counts::remove);
        Comparator<String> rising =
                Comparator.<String>comparingInt(counts::get).thenComparing(order);
        List<String> tokens =
                counts.keySet().stream().sorted(rising.reversed()).limit(most).toList();
        double[] weights =
                tokens.stream()
                        .mapToDouble(token -> 1.0 + holding.getOrDefault(token, 0))
                        .map(holders -> Math.log(1 + documents.size() / holders))
                        .toArray();
        return of(tokens, weights);
    }

    /// With weights for `front` special tokens: the mean of the others.
    Vocabulary withMeanInFront(int front) {
        return new Vocabulary(tokens, places, withMean(weights, front));
    }

    static double[] withMean(double[] weights, int front) {
        double[] all = new double[front + weights.length];
        Arrays.fill(all, 0, front, Arrays.stream(weights).average().orElse(0));
        System.arraycopy(weights, 0, all, front, weights.length);
        return all;
    }
}
