package nacre.training.callbacks;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A file's name with places for values, in Python's spelling: `{epoch:02d}-{val_loss:.2f}.keras`.
///
/// @param pattern the name with its places
record FileName(String pattern) {
    private static final Pattern PLACE =
            Pattern.compile("\\{(\\w+)(?::(0?)(\\d*)(\\.\\d+)?([dfe%]?))?\\}");

    /// The name for an epoch and perhaps a batch, both counted from 1, and logged values.
    String at(int epoch, @Nullable Integer batch, Map<String, Double> logs) {
        Map<String, Number> values = new TreeMap<>(logs);
        values.put("epoch", epoch);
        if (batch != null) {
            values.put("batch", batch);
        }
        String name = PLACE.matcher(pattern).replaceAll(place -> text(place, values));
        if (name.contains("{") || name.contains("}")) {
            throw wrong(
                    "has a place that is not understood; places look like {epoch:02d} or {val_loss:.2f}");
        }
        return name;
    }

    private String text(MatchResult place, Map<String, Number> values) {
        Number value = values.get(place.group(1));
        if (value == null) {
            throw wrong("asks for " + place.group() + ", and there is only " + values.keySet());
        }
        String kind = place.group(5);
        if (kind == null) {
            return value.toString();
        }
        boolean whole = value instanceof Integer;
        if (kind.equals("d") && !whole) {
            throw wrong(
                    "wants "
                            + place.group(1)
                            + " as a whole number; write {"
                            + place.group(1)
                            + ":.2f}");
        }
        String width = place.group(3).isEmpty() ? "" : place.group(2) + place.group(3);
        String digits = place.group(4) == null ? "" : place.group(4);
        if (kind.isEmpty() && digits.isEmpty()) {
            return String.format(Locale.ROOT, "%" + width + (whole ? "d" : "s"), value);
        }
        return kind.equals("d")
                ? String.format(Locale.ROOT, "%" + width + "d", value)
                : number(value.doubleValue(), width, digits, kind);
    }

    private static String number(double value, String width, String digits, String kind) {
        return kind.equals("%")
                ? String.format(Locale.ROOT, "%" + width + digits + "f", value * 100) + "%"
                : String.format(
                        Locale.ROOT, "%" + width + digits + (kind.isEmpty() ? "f" : kind), value);
    }

    private IllegalArgumentException wrong(String what) {
        return new IllegalArgumentException("The file name \"" + pattern + "\" " + what + ".");
    }
}
