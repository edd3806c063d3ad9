package nacre.kernel.shell;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Makes a value of a lone `_`: the last one that a cell has shown.
///
/// Java keeps `_` for variables that need no name: `_ -> 1`, `case Point(var x, _)`. Where it can
/// only be a value, a name of the same width takes its place.
final class LastValue {
    /// What `_` is called before the compiler sees it.
    static final String NAME = "\uff3f";

    private static final Pattern LONE =
            Pattern.compile(
                    "(?<![\\w$.])_(?![\\w$])(?=\\s*(?:[-.+*/%<>!&|^?;\\[,)]|==|$))",
                    Pattern.MULTILINE);
    private static final Pattern NAMED = Pattern.compile("(?s).*(?:[\\w$>\\]])");
    private static final Pattern AFTER_WORD = Pattern.compile("(?s).*(?:\\breturn|->)");
    private static final Pattern PATTERN =
            Pattern.compile("(?s).*\\b(?:case|instanceof|catch)\\b[^;{}]*");

    private LastValue() {}

    /// The cell with that name for each `_` that is a value.
    static Cell named(Cell cell) {
        if (!cell.code().contains("_")) {
            return cell;
        }
        String mask = Source.mask(cell.code());
        var code = new StringBuilder(cell.code());
        Matcher lone = LONE.matcher(mask);
        while (lone.find()) {
            if (isValue(mask, lone.start())) {
                code.replace(lone.start(), lone.end(), NAME);
            }
        }
        return cell.withCode(code.toString());
    }

    /// A text about a cell in which that name is `_` again.
    static String asWritten(String text) {
        return text.replace(NAME, "_");
    }

    /// Not a parameter of a lambda, nor a part of a pattern, nor a variable after its type.
    private static boolean isValue(String mask, int at) {
        String before = mask.substring(0, at).stripTrailing();
        if (NAMED.matcher(before).matches() && !AFTER_WORD.matcher(before).matches()) {
            return false;
        }
        int open = opening(mask, at);
        if (open < 0) {
            return true;
        }
        String behind = mask.substring(closing(mask, open)).stripLeading();
        return !behind.startsWith("->") && !PATTERN.matcher(mask.substring(0, open)).matches();
    }

    /// The nearest parenthesis that is open there; -1 if there is none.
    private static int opening(String mask, int at) {
        int depth = 0;
        for (int i = at - 1; i >= 0; i--) {
            depth += mask.charAt(i) == ')' ? 1 : mask.charAt(i) == '(' ? -1 : 0;
            if (depth < 0) {
                return i;
            }
        }
        return -1;
    }

    /// The place behind the parenthesis that closes this one.
    private static int closing(String mask, int open) {
        int depth = 0;
        for (int i = open; i < mask.length(); i++) {
            depth += mask.charAt(i) == '(' ? 1 : mask.charAt(i) == ')' ? -1 : 0;
            if (depth == 0) {
                return i + 1;
            }
        }
        return mask.length();
    }
}
