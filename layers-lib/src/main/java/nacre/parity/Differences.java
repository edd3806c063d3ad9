package nacre.parity;

import java.util.Map;
import nacre.layers.catalogue.Differences.Fate;
import nacre.layers.catalogue.Differences.Row;
import nacre.layers.catalogue.Layers;
import org.jspecify.annotations.Nullable;

/// The only cases that are passed over: those of what has no meaning here, by the documented table.
final class Differences {
    private Differences() {}

    /// Why a case cannot be run here, or null if it can.
    static @Nullable String reason(Case expectation) {
        if (!expectation.has("layer")) {
            return null;
        }
        String layer = expectation.text("layer");
        Row all = Layers.differences().find(layer).orElse(null);
        if (all != null) {
            return layer + ": " + all.reason();
        }
        for (Map.Entry<String, @Nullable Object> argument : expectation.map("kwargs").entrySet()) {
            Row row = Layers.differences().find(layer, argument.getKey()).orElse(null);
            if (row != null && row.fate() == Fate.MISSING && argument.getValue() != null) {
                return "`" + argument.getKey() + "`: " + row.reason();
            }
        }
        return null;
    }

    /// Whether an argument may be given and changes nothing.
    static boolean isIgnored(String layer, String argument) {
        return Layers.differences()
                .find(layer, argument)
                .filter(row -> row.fate() != Fate.MISSING)
                .isPresent();
    }
}
