package nacre.layers.preprocessing;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import nacre.layers.Arguments;
import nacre.layers.config.Plain;

/// Which runs of neighbouring words count as tokens.
///
/// @param widths how many words a run has
/// @param upTo whether they were given as "all up to"
record Ngrams(List<Integer> widths, boolean upTo) implements Plain {
    static Ngrams upTo(int width) {
        return new Ngrams(IntStream.rangeClosed(1, width).boxed().toList(), true);
    }

    /// From a config: a number means all widths up to it, a list exactly those.
    public static Ngrams of(Object plain) {
        return switch (plain) {
            case Ngrams ngrams -> ngrams;
            case Number width -> upTo(Arguments.positive("ngrams", width.intValue()));
            case List<?> list ->
                    new Ngrams(
                            list.stream().map(width -> ((Number) width).intValue()).toList(),
                            false);
            default ->
                    throw new IllegalArgumentException(
                            "`ngrams` must be a whole number or a list of them; got "
                                    + plain
                                    + ".");
        };
    }

    List<String> of(List<String> words) {
        var runs = new ArrayList<String>();
        for (int width : widths) {
            for (int i = 0; i + width <= words.size(); i++) {
                runs.add(String.join(" ", words.subList(i, i + width)));
            }
        }
        return runs;
    }

    @Override
    public Object plain() {
        return upTo ? widths.size() : widths;
    }
}
