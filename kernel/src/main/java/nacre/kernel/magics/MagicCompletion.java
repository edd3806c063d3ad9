package nacre.kernel.magics;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import nacre.kernel.shell.Completion;
import nacre.kernel.shell.FileNames;
import nacre.kernel.shell.Shell;

/// What could be typed in the line of a magic: its name, or the name of a file.
final class MagicCompletion {
    private static final Pattern NAME = Pattern.compile("\\s*(%{1,2}\\w*)$");
    private static final Pattern USE = Pattern.compile("\\s*(%{1,2}\\w+)\\s+(?:.*\\s)?(\\S*)$");

    private static final Pattern ASKED = Pattern.compile("\\s*[\\w.%]+\\?{1,2}");
    private static final Pattern OPTION = // before the code
            Pattern.compile("\\s*%{1,2}\\w+\\s+(?:(?:-\\w+|\\d+)\\s+)*-\\w*$");

    private static final Pattern BODY = Pattern.compile("\\s*(%%\\w+)[^\\n]*\\n");
    private static final Pattern LAST_WORD = Pattern.compile("[^\\s\"'|&;<>()=]*$");
    private static final Set<String> SCRIPTS = Set.of("%%bash", "%%sh");

    private MagicCompletion() {}

    /// Nothing where the code at the cursor is Java.
    static Optional<Completion> of(String code, int cursor, Magics magics, Shell shell) {
        int end = Math.clamp(cursor, 0, code.length());
        int start = end == 0 ? 0 : code.lastIndexOf('\n', end - 1) + 1;
        String line = code.substring(start, end);
        boolean first = code.substring(0, start).isBlank();
        if (ASKED.matcher(line).matches()) {
            return Optional.of(new Completion(end, end, List.of()));
        }
        Matcher name = NAME.matcher(line);
        if (name.matches()) {
            List<Completion.Item> items = names(name.group(1), first, magics);
            return items.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Completion(start + name.start(1), end, items));
        }
        Matcher body = BODY.matcher(code.substring(0, start));
        if (body.lookingAt() && argument(body.group(1), magics) == Form.Argument.BODY) {
            return Optional.of(inBody(body.group(1), line, end));
        }
        Matcher use = USE.matcher(line);
        if (!use.matches() || !magics.knows(use.group(1))) {
            return Optional.empty();
        }
        String magic = use.group(1);
        String typed = use.group(2);
        int from = start + use.start(2);
        boolean isFile = magics.exactly(magic).stream().anyMatch(Form::takesFile);
        return switch (argument(magic, magics)) {
            case CODE ->
                    Optional.of(words(typed, from, magics.words(magic, shell)))
                            .filter(_ -> OPTION.matcher(line).matches())
                            .filter(found -> !found.items().isEmpty());
            case FILE, BODY ->
                    Optional.of(
                            isFile
                                    ? FileNames.complete(
                                            typed, from, end, file -> magics.takes(magic, file))
                                    : new Completion(end, end, List.of()));
            case TEXT, NOTHING -> Optional.of(words(typed, from, magics.words(magic, shell)));
        };
    }

    private static Completion words(String typed, int start, List<String> words) {
        List<Completion.Item> items =
                words.stream()
                        .filter(each -> each.startsWith(typed))
                        .map(each -> new Completion.Item(each, "text", ""))
                        .toList();
        return new Completion(start, start + typed.length(), items);
    }

    /// In a script, the names of files; nothing in other texts.
    private static Completion inBody(String name, String line, int end) {
        Matcher word = LAST_WORD.matcher(line);
        boolean isFile = SCRIPTS.contains(name) && word.find();
        return isFile
                ? FileNames.complete(word.group(), end - word.group().length(), end)
                : new Completion(end, end, List.of());
    }

    private static Form.Argument argument(String name, Magics magics) {
        return magics.exactly(name).stream()
                .findFirst()
                .map(Form::argument)
                .orElse(Form.Argument.TEXT);
    }

    private static List<Completion.Item> names(String typed, boolean first, Magics magics) {
        return magics.forms().stream()
                .filter(form -> form.name().startsWith(typed))
                .filter(form -> first || !form.name().startsWith("%%"))
                .collect(
                        Collectors.toMap(
                                Form::name, Form::does, (its, _) -> its, LinkedHashMap::new))
                .entrySet()
                .stream()
                .map(each -> new Completion.Item(each.getKey(), "magic", each.getValue()))
                .toList();
    }
}
