package nacre.kernel.shell;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nacre.display.Choices;

/// What could be typed between quotes: a name that the library knows, or that of a file.
final class TextCompletion {
    private static final Pattern METHOD = Pattern.compile("([\\p{L}_$][\\p{L}\\p{N}_$]*)\\s*$");
    private static final Set<String> FILE_METHODS =
            Set.of(
                    "of",
                    "get",
                    "resolve",
                    "File",
                    "FileReader",
                    "FileWriter",
                    "FileInputStream",
                    "load",
                    "save",
                    "loadWeights",
                    "saveWeights",
                    "read",
                    "csv",
                    "image");

    private TextCompletion() {}

    /// Nothing if the cursor is not between quotes.
    ///
    /// @param before the code before the cursor
    static Optional<Completion> of(String before) {
        int quote = before.lastIndexOf('"');
        if (quote < 0 || before.indexOf('\n', quote) >= 0 || !opens(before, quote)) {
            return Optional.empty();
        }
        String mask = Source.mask(before.substring(0, quote));
        int open = opening(mask);
        Matcher method = METHOD.matcher(open < 0 ? "" : mask.substring(0, open));
        String name = method.find() ? method.group(1) : "";
        String typed = before.substring(quote + 1);
        List<String> choices = Choices.all(name, open < 0 ? 0 : commas(mask, open));
        if (!choices.isEmpty()) {
            return Optional.of(new Completion(quote + 1, before.length(), items(choices, typed)));
        }
        return Optional.of(
                FILE_METHODS.contains(name) || typed.contains("/")
                        ? FileNames.complete(typed, quote + 1, before.length())
                        : new Completion(before.length(), before.length(), List.of()));
    }

    /// Whether a text begins with this quote, and none ends with it.
    private static boolean opens(String before, int quote) {
        return Source.mask(before.substring(0, quote) + "x").endsWith("x");
    }

    /// The last parenthesis that is still open; -1 if there is none.
    private static int opening(String mask) {
        int depth = 0;
        for (int i = mask.length() - 1; i >= 0; i--) {
            char c = mask.charAt(i);
            depth += ")]}".indexOf(c) >= 0 ? 1 : "([{".indexOf(c) >= 0 ? -1 : 0;
            if (depth < 0) {
                return c == '(' ? i : -1;
            }
        }
        return -1;
    }

    /// How many arguments stand behind that parenthesis already.
    private static int commas(String mask, int open) {
        int depth = 0;
        int commas = 0;
        for (int i = open + 1; i < mask.length(); i++) {
            char c = mask.charAt(i);
            depth += "([{".indexOf(c) >= 0 ? 1 : ")]}".indexOf(c) >= 0 ? -1 : 0;
            commas += c == ',' && depth == 0 ? 1 : 0;
        }
        return commas;
    }

    private static List<Completion.Item> items(List<String> choices, String typed) {
        String begin = typed.toLowerCase(Locale.ROOT);
        return choices.stream()
                .filter(choice -> choice.toLowerCase(Locale.ROOT).startsWith(begin))
                .map(choice -> new Completion.Item(choice, "text", ""))
                .toList();
    }
}
