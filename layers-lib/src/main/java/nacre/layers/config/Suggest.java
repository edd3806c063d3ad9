package nacre.layers.config;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/// Finds the name that somebody probably meant.
public final class Suggest {
    private Suggest() {}

    /// "Did you mean …?" with the nearest of the known names, or the list of them when none is
    /// near.
    public static String text(String name, Collection<String> known) {
        return nearest(name, known)
                .map(near -> "Did you mean \"" + near + "\"?")
                .orElseGet(
                        () ->
                                "Known: "
                                        + String.join(", ", known.stream().sorted().toList())
                                        + ".");
    }

    /// The known name that differs least, if it differs little.
    public static Optional<String> nearest(String name, Collection<String> known) {
        String bare = Names.bare(name);
        return known.stream()
                .filter(
                        other ->
                                distance(bare, Names.bare(other)) <= Math.max(1, bare.length() / 3))
                .min(Comparator.comparingInt(other -> distance(bare, Names.bare(other))));
    }

    /// How many letters must be changed, added or dropped to make `b` of `a`.
    static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(change, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}
