package nacre.kernel.shell;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// What could be typed between quotes: a name that the library knows, or that of a file.
final class TextCompletion {
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
        int quote = quote(before);
        if (quote < 0) {
            return Optional.empty();
        }
        Optional<ArgumentPlace> place =
                ArgumentPlace.atEnd(Source.mask(before.substring(0, quote)));
        String name = place.map(ArgumentPlace::method).orElse("");
        String typed = before.substring(quote + 1);
        List<String> choices = place.map(ArgumentPlace::choices).orElse(List.of());
        if (!choices.isEmpty()) {
            return Optional.of(new Completion(quote + 1, before.length(), items(choices, typed)));
        }
        return Optional.of(
                FILE_METHODS.contains(name) || typed.contains("/")
                        ? FileNames.complete(typed, quote + 1, before.length())
                        : new Completion(before.length(), before.length(), List.of()));
    }

    /// Where the text begins that goes on at the end of the code; -1 if there is none.
    static int quote(String before) {
        int quote = before.lastIndexOf('"');
        boolean isOpen = quote >= 0 && before.indexOf('\n', quote) < 0 && opens(before, quote);
        return isOpen ? quote : -1;
    }

    /// Whether a text begins with this quote, and none ends with it.
    private static boolean opens(String before, int quote) {
        return Source.isCodeBehind(before.substring(0, quote));
    }

    private static List<Completion.Item> items(List<String> choices, String typed) {
        String begin = typed.toLowerCase(Locale.ROOT);
        return choices.stream()
                .filter(choice -> choice.toLowerCase(Locale.ROOT).startsWith(begin))
                .map(choice -> new Completion.Item(choice, "text", ""))
                .toList();
    }
}
