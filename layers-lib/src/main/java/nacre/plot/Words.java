package nacre.plot;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;

/// Numbers and lists as they stand in a sentence.
final class Words {
    private Words() {}

    /// A number with three digits that count: 0.693, 12.5, 1200000.
    static String number(double value) {
        if (!Double.isFinite(value)) {
            return Double.isNaN(value) ? "NaN" : value > 0 ? "∞" : "−∞";
        }
        if (value == Math.rint(value) && Math.abs(value) < 1e9) {
            return Long.toString((long) value);
        }
        var rounded = new BigDecimal(value).round(new MathContext(3)).stripTrailingZeros();
        double size = Math.abs(value);
        return size < 1e-4 || size >= 1e9 ? rounded.toString() : rounded.toPlainString();
    }

    /// "1 line", "3 lines", "2 classes".
    static String count(int count, String noun) {
        String ending = noun.endsWith("s") || noun.endsWith("x") ? "es" : "s";
        return count + " " + noun + (count == 1 ? "" : ending);
    }

    /// "a, b and c".
    static String list(List<String> words) {
        if (words.size() < 2) {
            return String.join("", words);
        }
        int last = words.size() - 1;
        return String.join(", ", words.subList(0, last)) + " and " + words.get(last);
    }
}
