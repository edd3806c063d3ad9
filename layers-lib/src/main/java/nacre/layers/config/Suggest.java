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

    /// How many letters must be changed, added, dropped, or swapped with the next to make `b` of
    /// `a`.
    static int distance(String a, String b) {
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    d[i][j] = i + j;
                    continue;
                }
                int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                d[i][j] =
                        Math.min(1 + Math.min(d[i - 1][j], d[i][j - 1]), d[i - 1][j - 1] + change);
                if (isSwap(a, i, b, j)) {
                    d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
                }
            }
        }
        return d[a.length()][b.length()];
    }

    private static boolean isSwap(String a, int i, String b, int j) {
        return i > 1
                && j > 1
                && a.charAt(i - 1) == b.charAt(j - 2)
                && a.charAt(i - 2) == b.charAt(j - 1);
    }
}
