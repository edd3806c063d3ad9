package nacre.plot;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Layers whose names differ only in the number of dimensions: `Conv1D`, `Conv2D` and `Conv3D`.
///
/// @param start what stands before the dimensions
/// @param dimensions `1D`, `2D`, …; none for a layer without
/// @param end what stands behind
record Family(String start, List<String> dimensions, String end) {
    private static final Pattern DIMENSIONS = Pattern.compile("(.*?)([1-3]D)(.*)");

    /// The families of these layers, each at the place of its first.
    static List<Family> of(List<String> names) {
        Map<String, Family> families = new LinkedHashMap<>();
        for (String name : names) {
            Matcher parts = DIMENSIONS.matcher(name);
            Family one =
                    parts.matches()
                            ? new Family(parts.group(1), List.of(parts.group(2)), parts.group(3))
                            : new Family(name, List.of(), "");
            families.merge(one.start + "…" + one.end, one, Family::with);
        }
        return List.copyOf(families.values());
    }

    private Family with(Family other) {
        var all = new ArrayList<>(dimensions);
        all.addAll(other.dimensions);
        return new Family(start, all, end);
    }

    /// How many layers these are.
    int size() {
        return Math.max(1, dimensions.size());
    }
}
