package nacre.layers.config;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Collectors;
import nacre.display.Spelling;

/// Finds the name that somebody probably meant.
public final class Suggest {
    private static final int MOST = 60;
    private static final int HANDFUL = 5;
    private static final int LEAST = 4; // letters of a begin that says something

    private Suggest() {}

    /// "Did you mean …?" with the nearest of the known names, or a handful of them when none is
    /// near, the nearest first.
    public static String text(String name, Collection<String> known) {
        return nearest(name, known)
                .map(near -> "Did you mean \"" + near + "\"?")
                .orElseGet(() -> all(Names.bare(name), known));
    }

    private static String all(String bare, Collection<String> known) {
        if (known.size() > MOST) {
            return "None of the " + known.size() + " known names is near.";
        }
        if (known.size() <= 2 * HANDFUL) {
            return "Known: " + String.join(", ", known.stream().sorted().toList()) + ".";
        }
        String nearest =
                known.stream()
                        .sorted(
                                Comparator.comparingInt(
                                        (String each) -> Spelling.distance(bare, Names.bare(each))))
                        .limit(HANDFUL)
                        .collect(Collectors.joining(", "));
        return "Known: %s and %d more.".formatted(nearest, known.size() - HANDFUL);
    }

    /// The shortest name of which this is the begin: `leaky_relu` for `leaky`.
    private static Optional<String> begunBy(String bare, Collection<String> known) {
        return known.stream()
                .filter(other -> bare.length() >= LEAST && Names.bare(other).startsWith(bare))
                .min(Comparator.comparingInt(String::length).thenComparing(String::compareTo));
    }

    /// The known name that differs least, if it differs little, or that begins so.
    public static Optional<String> nearest(String name, Collection<String> known) {
        String bare = Names.bare(name);
        int far = Math.max(1, bare.length() / 3);
        return known.stream()
                .filter(other -> Spelling.distance(bare, Names.bare(other)) <= far)
                .min(Comparator.comparingInt(other -> Spelling.distance(bare, Names.bare(other))))
                .or(() -> begunBy(bare, known));
    }
}
