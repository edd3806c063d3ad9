package nacre.kernel.shell;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
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
    private static final int WITH_SIGNATURE = 12; // more would take too long, and fill the screen
    private static final int IMPORTS = 12;
    private static final Pattern TYPE_NAME =
            Pattern.compile(
                    "(?<![.\\w$])(?<!\\b(?:class|enum|interface|record)\\s)\\p{Lu}[\\w$]{2,}$");

    private static final Pattern NEW = Pattern.compile("(?s).*\\bnew\\s+");
    private static final Pattern MADE = Pattern.compile("(?s)(.*\\b)new\\s+(|\\p{Lu}[\\w$]*)");
    private static final Pattern ANNOTATION = Pattern.compile("@\\w*$");
    private static final Pattern OWNER = Pattern.compile("(?<![\\w.])(\\p{Lu}\\w*)::$");
    private static final Pattern CONSTANT = Pattern.compile("\\p{Lu}[\\p{Lu}\\d_]*");
    private static final Pattern LAST_NAME = Pattern.compile("[\\p{L}_$][\\p{L}\\p{N}_$]*$");

    private final Results results;
    private final OwnNames own;
    private final SourceCodeAnalysis analysis;
    private final Cutter cutter;
    private final ClassIndex index;
    private final Importing importing;
    private final Arguments arguments;
    private final Members members;

    Completer(
            JShell jshell,
            Cutter cutter,
            ClassIndex index,
            Importing importing,
            Members members,
            Results results) {
        this.index = index;
        this.importing = importing;
        this.analysis = jshell.sourceCodeAnalysis();
        this.cutter = cutter;
        this.arguments = new Arguments(analysis);
        this.members = members;
        this.results = results;
        this.own = new OwnNames(jshell);
    }

    Completion complete(String code, int cursor) {
        String before = code.substring(0, Math.clamp(cursor, 0, code.length()));
        return TextCompletion.of(before)
                .or(() -> results.complete(before))
                .orElseGet(() -> names(before));
    }

    private Completion names(String before) {
        if (!Source.isCodeBehind(before)) {
            return new Completion(before.length(), before.length(), List.of());
        }
        var context = Context.of(cutter.pieces(new Cell(0, before)), before);
        String text = context.text();
        int[] anchor = {text.length()};
        List<Completion.Item> items =
                inEmptyCell(text)
                        .or(() -> objects(text, before, anchor))
                        .or(() -> annotations(text, anchor))
                        .orElseGet(() -> names(text, before, anchor));
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
                                                kind(each.getKey(), "", variables),
                                                each.getValue()))
                        .toList());
    }

    /// What could follow `new`, once its first letter is there or an option is to be made: JShell
    /// would go through all constructors of all classes.
    private Optional<List<Completion.Item>> objects(String text, String before, int[] anchor) {
        Matcher made = MADE.matcher(text);
        if (!made.matches()) {
            return Optional.empty();
        }
        String typed = made.group(2);
        Set<String> meant = meant(made.group(1));
        if (typed.isEmpty() && meant.isEmpty()) {
            return Optional.empty();
        }
        var classes = new TreeSet<String>();
        for (Suggestion each : suggestions(made.group(1) + typed, anchor)) {
            String name = each.continuation();
            if (!isValue(name) && (!typed.isEmpty() || meant.contains(plain(name)))) {
                classes.add(name);
            }
        }
        var forms = new TreeMap<>(members.constructors(classes));
        CellNames.types(before, typed).forEach(each -> forms.putIfAbsent(each, ""));
        anchor[0] = text.length() - typed.length();
        return Optional.of(
                forms.entrySet().stream()
                        .sorted(
                                Comparator.<Map.Entry<String, String>, Boolean>comparing(
                                                each -> !meant.contains(plain(each.getKey())))
                                        .thenComparing(each -> Likely.rank(each.getKey())))
                        .map(
                                each -> {
                                    String form = each.getValue();
                                    String end = form.endsWith("()") ? "()" : "(";
                                    return new Completion.Item(each.getKey() + end, "class", form);
                                })
                        .toList());
    }

    /// The names that the argument can be: for `"adam"` the class `Adam` is meant.
    private static Set<String> meant(String head) {
        return ArgumentPlace.atEnd(Source.mask(head)).map(ArgumentPlace::choices).stream()
                .flatMap(List::stream)
                .map(Completer::plain)
                .collect(Collectors.toSet());
    }

    private static String plain(String name) {
        return name.replace("_", "").toLowerCase(Locale.ROOT);
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

    private List<Completion.Item> names(String text, String before, int[] anchor) {
        List<Suggestion> found = suggestions(text, anchor);
        String head = text.substring(0, anchor[0]);
        String typed = text.substring(anchor[0]);
        Map<String, String> forms = members.of(head);
        if (head.endsWith("::")) {
            return methods(forms, head, typed);
        }
        var names = new LinkedHashSet<String>();
        boolean isNew = NEW.matcher(head).matches();
        if (isNew) {
            CellNames.types(before, typed).forEach(each -> names.add(each + "("));
        } else if (isAlone(head)) {
            names.addAll(CellNames.before(before, typed));
        }
        if (typed.isEmpty() && !isNew) {
            names.addAll(arguments.at(text));
        }
        Set<String> declared = own.names();
        List<String> fitting =
                fitting(found, head, typed, List.copyOf(forms.keySet()))
                        .map(Suggestion::continuation)
                        .toList();
        if (isAlone(head) && !isNew) {
            fitting.stream().filter(each -> declared.contains(bare(each))).forEach(names::add);
            if (typed.isEmpty()) {
                fitting =
                        fitting.stream()
                                .filter(each -> isValue(each) && !each.endsWith("."))
                                .toList();
            } else {
                Keywords.beginning(typed).forEach(names::add);
            }
        }
        names.addAll(fitting);
        Map<String, String> variables = own.variables();
        if (forms.isEmpty()) {
            forms = forms(head, names, variables);
        }
        var items = new ArrayList<Completion.Item>();
        for (String name : names) {
            String form = forms.getOrDefault(bare(name), "");
            items.add(new Completion.Item(name, kind(name, head, variables.keySet()), form));
        }
        return items;
    }

    /// What could follow `::`.
    private List<Completion.Item> methods(Map<String, String> forms, String head, String typed) {
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
        return all.entrySet().stream()
                .filter(each -> each.getKey().startsWith(typed))
                .filter(each -> each.getValue().contains("("))
                .filter(each -> !each.getValue().startsWith(each.getKey() + "("))
                .filter(_ -> forms.keySet().stream().noneMatch(each -> each.startsWith("$JShell$")))
                .map(each -> new Completion.Item(each.getKey(), "function", each.getValue()))
                .sorted(Comparator.comparing(each -> Likely.isOfAll(each.text())))
                .toList();
    }

    /// The forms of names that stand for themselves.
    private Map<String, String> forms(
            String head, Set<String> names, Map<String, String> variables) {
        var forms = new HashMap<>(variables);
        forms.putAll(own.methods());
        names.stream().filter(Keywords::isKeyword).forEach(each -> forms.put(each, use(each)));
        if (names.size() > WITH_SIGNATURE) {
            return forms;
        }
        var classes = new TreeSet<String>();
        for (String name : names) {
            if (name.endsWith("(") || name.endsWith(")")) {
                forms.computeIfAbsent(bare(name), _ -> signature(head + name));
            } else if (!name.startsWith("\"") && !isValue(name)) {
                classes.add(name);
            }
        }
        classes.removeAll(variables.keySet());
        if (!classes.isEmpty()) {
            forms.putAll(members.types(classes));
        }
        return forms;
    }

    /// What JShell proposes. It need not look at all that cells have declared: what is named, and
    /// what begins as the last name does, is enough.
    private List<Suggestion> suggestions(String text, int[] anchor) {
        Matcher last = LAST_NAME.matcher(text);
        String typed = last.find() ? last.group() : "";
        String head = text.substring(0, text.length() - typed.length());
        return importing.only(
                Needs.toSee(text, name -> isAlone(head) && name.startsWith(typed)),
                () -> analysis.completionSuggestions(text, text.length(), anchor));
    }

    /// What is of the type that is wanted comes first. Where an argument begins, and nothing is
    /// typed of it, there is nothing else: all classes there are would say nothing.
    ///
    /// @param members the names behind a dot, in the order in which they are to be
    private static Stream<Suggestion> fitting(
            List<Suggestion> found, String head, String typed, List<String> members) {
        String before = head.stripTrailing();
        boolean isOpen =
                typed.isEmpty()
                        && isAlone(head)
                        && found.stream().anyMatch(Suggestion::matchesType);
        boolean isArgument = typed.isEmpty() && (before.endsWith("(") || before.endsWith(","));
        return found.stream()
                .filter(each -> !each.continuation().startsWith("$JShell$"))
                .filter(each -> !each.continuation().equals(LastValue.NAME))
                .filter(each -> !isOpen || each.matchesType())
                .filter(each -> !isArgument || each.matchesType() && isValue(each.continuation()))
                .sorted(
                        Comparator.<Suggestion, Boolean>comparing(each -> !each.matchesType())
                                .thenComparing(each -> Likely.isOfAll(bare(each.continuation())))
                                .thenComparingInt(
                                        each -> Likely.place(bare(each.continuation()), members))
                                .thenComparing(each -> Likely.rank(bare(each.continuation()))));
    }

    /// Whether a name there stands for itself, and is no member of something.
    private static boolean isAlone(String head) {
        String before = head.stripTrailing();
        return !before.endsWith(".")
                && !before.endsWith("::")
                && !before.matches("(?s).*\\b(?:import|static)");
    }

    private static boolean isValue(String name) {
        return !Character.isUpperCase(name.charAt(0));
    }

    private static String kind(String name, String head, Set<String> variables) {
        if (name.startsWith("\"")) {
            return "text";
        }
        String bare = bare(name);
        if (name.contains("(")) {
            return !head.endsWith(".")
                            && Character.isUpperCase(bare.isEmpty() ? 'a' : bare.charAt(0))
                    ? "class"
                    : "function";
        }
        if (Keywords.isKeyword(bare)) {
            return "keyword";
        }
        if (head.endsWith(".") && CONSTANT.matcher(bare).matches()) {
            return "instance";
        }
        if (!bare.isEmpty() && Character.isUpperCase(bare.charAt(0)) && !variables.contains(bare)) {
            return "class";
        }
        boolean inImport = head.stripLeading().startsWith("import");
        return inImport || name.endsWith(".") ? "module" : "instance";
    }

    private static String use(String word) {
        return Keywords.use(word).orElse("");
    }

    private static String bare(String name) {
        return name.replaceAll("\\W.*", "");
    }

    private String signature(String item) {
        String code = item.endsWith("()") ? item.substring(0, item.length() - 1) : item;
        var found =
                importing.only(
                        Needs.toSee(code, _ -> false),
                        () -> analysis.documentation(code, code.length(), false));
        return found.stream()
                .map(each -> TypeNames.signature(each.signature()))
                .limit(3)
                .collect(Collectors.joining("\n"));
    }

    /// With classes that are not imported: the proposal writes the whole name.
    private Completion withImports(Completion found, String before) {
        Matcher name = TYPE_NAME.matcher(Source.mask(before));
        if (!name.find() || !found.items().isEmpty() && found.start() != name.start()) {
            return found;
        }
        Set<String> known =
                found.items().stream().map(each -> bare(each.text())).collect(Collectors.toSet());
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
