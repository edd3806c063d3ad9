package nacre.layers.config;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import nacre.display.Spelling;

/// Finds the name that somebody probably meant.
public final class Suggest {
    private static final int MOST = 60;

    private Suggest() {}

    /// "Did you mean …?" with the nearest of the known names, or the list of them when none is near
    /// and nobody minds reading it.
    public static String text(String name, Collection<String> known) {
        return nearest(name, known)
                .map(near -> "Did you mean \"" + near + "\"?")
                .orElseGet(() -> all(known));
    }

    private static String all(Collection<String> known) {
        return known.size() > MOST
                ? "None of the " + known.size() + " known names is near."
                : "Known: " + String.join(", ", known.stream().sorted().toList()) + ".";
    }

    /// The known name that differs least, if it differs little.
    public static Optional<String> nearest(String name, Collection<String> known) {
        String bare = Names.bare(name);
        int far = Math.max(1, bare.length() / 3);
        return known.stream()
                .filter(other -> Spelling.distance(bare, Names.bare(other)) <= far)
                .min(Comparator.comparingInt(other -> Spelling.distance(bare, Names.bare(other))));
    }
}
