package nacre.kernel.shell;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import nacre.display.Spelling;

/// Finds the names that may be meant by a mistyped one.
final class NearNames {
    private static final int MOST = 4;

    private NearNames() {}

    /// The nearest of the names that are known, methods with their parenthesis.
    static Optional<String> hint(String name, Set<String> known) {
        String lower = plain(name);
        Map<Integer, List<String>> byDistance =
                known.stream()
                        .map(each -> each.replaceAll("\\(.*", ""))
                        .distinct()
                        .filter(each -> !each.equals(name) && isNear(each, name))
                        .collect(
                                Collectors.groupingBy(
                                        each -> Spelling.distance(plain(each), lower),
                                        TreeMap::new,
                                        Collectors.toList()));
        List<String> near =
                byDistance.values().stream()
                        .limit(1)
                        .flatMap(List::stream)
                        .sorted()
                        .limit(MOST)
                        .map(each -> "`" + each + "`")
                        .toList();
        return near.isEmpty()
                ? Optional.empty()
                : Optional.of("Did you mean " + String.join(" or ", near) + "?");
    }

    /// One letter may be wrong in a name of three, two in a name of six.
    private static int tolerance(String name) {
        return name.length() / 3;
    }

    static boolean isNear(String name, String meant) {
        String lower = plain(meant);
        int most = tolerance(lower);
        String other = plain(name);
        return Math.abs(other.length() - lower.length()) <= most
                && Spelling.distance(other, lower) <= most;
    }

    /// Case and underscores aside, since learners come from languages that use them otherwise.
    private static String plain(String name) {
        return name.replace("_", "").toLowerCase(Locale.ROOT);
    }
}
