package nacre.kernel.shell;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jdk.jshell.JShell;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.Suggestion;

/// Proposes what could be typed at the cursor: names, members, texts, and classes whose import is
/// still missing.
final class Completer {
    private static final int IMPORTS = 12;
    private static final Pattern TYPE_NAME =
            Pattern.compile(
                    "(?<![.\\w$])(?<!\\b(?:class|enum|interface|record)\\s)\\p{Lu}[\\w$]{2,}$");

    private static final Pattern NEW = Pattern.compile("(?s).*\\bnew\\s+");
    private static final Pattern ANNOTATION = Pattern.compile("@\\w*$");
    private static final Pattern IMPORT = Pattern.compile("\\s*import\\s+(\\w*)");
    private static final Pattern OWNER = Pattern.compile("(?<![\\w.])(\\p{Lu}\\w*)::$");
    private static final Pattern CONSTANT = Pattern.compile("\\p{Lu}[\\p{Lu}\\d_]*");
    private static final Pattern LAST_NAME = Pattern.compile("[\\p{L}_$][\\p{L}\\p{N}_$]*$");

    private final Results results;
    private final OwnNames own;
    private final SourceCodeAnalysis analysis;
    private final ClassIndex index;
    private final Importing importing;
    private final Members members;
    private final PlainNames plainNames;

    Completer(
            JShell jshell,
            ClassIndex index,
            Importing importing,
            Imported imported,
            Bodies bodies,
            Members members,
            Results results) {
        this.index = index;
        this.importing = importing;
        this.analysis = jshell.sourceCodeAnalysis();
        this.members = members;
        this.results = results;
        this.own = new OwnNames(jshell);
        this.plainNames = new PlainNames(bodies, own, new Classes(own, imported), members);
    }

    Completion complete(String code, int cursor) {
        String before = code.substring(0, Math.clamp(cursor, 0, code.length()));
        return TextCompletion.of(before)
                .or(() -> results.complete(before))
                .orElseGet(() -> names(before));
    }

    /// The name that is being typed at the end of code; empty if there is none yet.
    static String typed(String code) {
        Matcher last = LAST_NAME.matcher(code);
        return last.find() ? last.group() : "";
    }

    private Completion names(String before) {
        if (!Source.isCodeBehind(before)) {
            return new Completion(before.length(), before.length(), List.of());
        }
        var context = Context.of(before);
        String text = context.text();
        String typed = typed(text);
        String head = text.substring(0, text.length() - typed.length());
        int[] anchor = {head.length()};
        List<Completion.Item> items =
                inEmptyCell(text)
                        .or(() -> annotations(text, anchor))
                        .or(() -> references(head, typed))
                        .or(() -> behindDot(context, typed))
                        .or(() -> plainNames.at(before, context))
                        .orElseGet(() -> asked(text, anchor));
        return withImports(
                new Completion(anchor[0] + context.shift(), before.length(), items), before);
    }

    /// Where nothing is there yet, what the learner has made.
    private Optional<List<Completion.Item>> inEmptyCell(String text) {
        if (!text.isBlank()) {
            return Optional.empty();
        }
        var forms = new TreeMap<>(own.variables());
        own.methods().forEach((name, form) -> forms.put(name + "(", form));
        own.types().forEach(each -> forms.put(each, each));
        forms.keySet().removeIf(each -> each.equals(LastValue.NAME));
        Set<String> variables = own.variables().keySet();
        return Optional.of(
                forms.entrySet().stream()
                        .map(
                                each ->
                                        new Completion.Item(
                                                each.getKey(),
                                                each.getKey().endsWith("(")
                                                        ? "function"
                                                        : variables.contains(each.getKey())
                                                                ? "instance"
                                                                : "class",
                                                each.getValue()))
                        .toList());
    }

    /// What could follow an `@`.
    private static Optional<List<Completion.Item>> annotations(String text, int[] anchor) {
        Matcher typed = ANNOTATION.matcher(text);
        if (!typed.find()) {
            return Optional.empty();
        }
        anchor[0] = typed.start();
        return Optional.of(
                Keywords.beginning(typed.group())
                        .map(each -> new Completion.Item(each, "class", use(each)))
                        .toList());
    }

    /// What could follow a dot.
    private Optional<List<Completion.Item>> behindDot(Context context, String typed) {
        String code = context.withMethods();
        String head = code.substring(0, code.length() - typed.length());
        return !Source.mask(head).stripTrailing().endsWith(".") || IMPORT.matcher(head).lookingAt()
                ? Optional.empty()
                : members.behind(head)
                        .map(
                                found ->
                                        found.stream()
                                                .filter(each -> each.text().startsWith(typed))
                                                .toList());
    }

    /// What could follow `::`.
    private Optional<List<Completion.Item>> references(String head, String typed) {
        if (!head.endsWith("::")) {
            return Optional.empty();
        }
        Map<String, String> forms = members.of(head);
        Matcher type = OWNER.matcher(head);
        String made =
                type.find()
                        ? members.constructors(List.of(type.group(1)))
                                .getOrDefault(type.group(1), "")
                        : "";
        var all = new LinkedHashMap<String, String>();
        if (!made.isEmpty()) {
            all.put("new", made);
        }
        all.putAll(forms);
        return Optional.of(
                all.entrySet().stream()
                        .filter(each -> each.getKey().startsWith(typed))
                        .filter(each -> each.getValue().contains("("))
                        .filter(each -> !each.getValue().startsWith(each.getKey() + "("))
                        .filter(_ -> forms.keySet().stream().noneMatch(Completer::isOfJShell))
                        .map(
                                each ->
                                        new Completion.Item(
                                                each.getKey(), "function", each.getValue()))
                        .sorted(Comparator.comparing(each -> Likely.isOfAll(each.text())))
                        .toList());
    }

    private static boolean isOfJShell(String name) {
        return name.startsWith("$JShell$");
    }

    /// What JShell proposes: names of packages and what is in them. It need not look at all that
    /// cells have declared: what is named is enough.
    private List<Completion.Item> asked(String text, int[] anchor) {
        boolean isAfterWord =
                text.isEmpty() || Character.isWhitespace(text.charAt(text.length() - 1));
        if (isAfterWord && !IMPORT.matcher(text).lookingAt()) {
            return List.of(); // all classes there are would say nothing
        }
        List<Suggestion> found =
                importing.only(
                        Needs.toSee(text, _ -> false),
                        () -> analysis.completionSuggestions(text, text.length(), anchor));
        Matcher begun = IMPORT.matcher(text);
        Stream<Completion.Item> words =
                begun.matches()
                        ? Stream.of("static ")
                                .filter(each -> each.startsWith(begun.group(1)))
                                .map(each -> new Completion.Item(each, "keyword", ""))
                        : Stream.empty();
        return Stream.concat(
                        words,
                        found.stream()
                                .map(Suggestion::continuation)
                                .filter(each -> !isOfJShell(each))
                                .distinct()
                                .map(Completer::item)
                                .sorted(Comparator.comparing(each -> Likely.rank(each.name()))))
                .toList();
    }

    private static Completion.Item item(String name) {
        String kind =
                Character.isLowerCase(name.charAt(0))
                        ? "module"
                        : CONSTANT.matcher(name).matches() ? "instance" : "class";
        return new Completion.Item(name, kind, "");
    }

    private static String use(String word) {
        return Keywords.use(word).orElse("");
    }

    /// With classes that are not imported: the proposal writes the whole name.
    private Completion withImports(Completion found, String before) {
        Matcher name = TYPE_NAME.matcher(Source.mask(before));
        if (!name.find()
                || !found.items().isEmpty()
                        && (found.start() != name.start()
                                || PlainNames.isOfFew(before.substring(0, name.start())))) {
            return found;
        }
        Set<String> known =
                found.items().stream().map(Completion.Item::name).collect(Collectors.toSet());
        Stream<Completion.Item> others =
                index
                        .beginning(
                                name.group(),
                                each -> !known.contains(each),
                                NEW.matcher(before.substring(0, name.start())).matches(),
                                IMPORTS)
                        .stream()
                        .map(each -> new Completion.Item(each, "class", "import " + each + ";"));
        return new Completion(
                name.start(),
                before.length(),
                Stream.concat(found.items().stream(), others).toList());
    }
}
