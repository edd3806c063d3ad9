package nacre.kernel;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// What threads that cells have started are at, in words.
final class StillRunning {
    private static final int MOST = 10; // places that are named

    private StillRunning() {}

    /// @param threads where each of them is
    static String told(List<String> threads) {
        Map<String, Long> places =
                threads.stream()
                        .collect(
                                Collectors.groupingBy(
                                        it -> it, LinkedHashMap::new, Collectors.counting()));
        var text = new StringBuilder("Still running:\n");
        places.entrySet().stream()
                .limit(MOST)
                .forEach(each -> text.append(line(each.getKey(), each.getValue())));
        int more = places.size() - MOST;
        if (more > 0) {
            text.append(
                    more == 1 ? "and one more place\n" : "and %d more places\n".formatted(more));
        }
        return text.toString();
    }

    private static String line(String place, long threads) {
        return threads == 1 ? place + "\n" : "%s (%d threads)\n".formatted(place, threads);
    }
}
