package nacre.kernel.shell;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.SourceVersion;
import jdk.jshell.JShell;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.Suggestion;
import jdk.jshell.VarSnippet;

/// Proposes what could be typed at the cursor: names, members, texts, and classes whose import is
/// still missing.
final class Completer {
    private static final int WITH_SIGNATURE = 12; // more would take too long, and fill the screen
    private static final int IMPORTS = 12;
    private static final Set<String> OF_ALL = // objects; last, as nobody looks for them
            Set.of("clone()", "finalize()", "notify()", "notifyAll()", "wait(");
    private static final Pattern TYPE_NAME =
            Pattern.compile(
                    "(?<![.\\w$])(?<!\\b(?:class|enum|interface|record)\\s)\\p{Lu}[\\w$]{2,}$");

    private static final Pattern NEW = Pattern.compile("(?s).*\\bnew\\s+");
    private static final Pattern MADE = Pattern.compile("(?s)(.*\\b)new\\s+(\\p{Lu}[\\w$]*)");
    private static final Pattern LAST_NAME = Pattern.compile("[\\p{L}_$][\\p{L}\\p{N}_$]*$");

    private final JShell jshell;
    private final SourceCodeAnalysis analysis;
    private final Cutter cutter;
    private final ClassIndex index;
    private final Importing importing;
    private final Arguments arguments;
    private final Members members;

    Completer(
            JShell jshell, Cutter cutter, ClassIndex index, Importing importing, Members members) {
        this.index = index;
        this.jshell = jshell;
        this.importing = importing;
        this.analysis = jshell.sourceCodeAnalysis();
        this.cutter = cutter;
        this.arguments = new Arguments(analysis);
        this.members = members;
    }

    Completion complete(String code, int cursor) {
        String before = code.substring(0, Math.clamp(cursor, 0, code.length()));
        return TextCompletion.of(before).orElseGet(() -> names(before));
    }

    private Completion names(String before) {
        var context = Context.of(cutter.pieces(new Cell(0, before)), before);
        String text = context.text();
        int[] anchor = {text.length()};
        List<Completion.Item> items = objects(text, before, anchor);
        if (items.isEmpty()) {
            items = names(text, before, anchor);
        }
        return withImports(
                new Completion(anchor[0] + context.shift(), before.length(), items), before);
    }

    /// What could follow `new`, once its first letter is there: JShell would go through all
    /// constructors of all classes.
    private List<Completion.Item> objects(String text, String before, int[] anchor) {
        Matcher made = MADE.matcher(text);
        if (!made.matches()) {
            return List.of();
        }
        String typed = made.group(2);
        var classes = new TreeSet<String>();
        for (Suggestion each : suggestions(made.group(1) + typed, anchor)) {
            if (!isValue(each.continuation())) {
                classes.add(each.continuation());
            }
        }
        var forms = new TreeMap<>(members.constructors(classes));
        CellNames.types(before, typed).forEach(each -> forms.putIfAbsent(each, ""));
        anchor[0] = text.length() - typed.length();
        return forms.entrySet().stream()
                .map(
                        each -> {
                            String form = each.getValue();
                            String end = form.endsWith("()") ? "()" : "(";
                            return new Completion.Item(each.getKey() + end, "class", form);
                        })
                .toList();
    }

    private List<Completion.Item> names(String text, String before, int[] anchor) {
        List<Suggestion> found = suggestions(text, anchor);
        String head = text.substring(0, anchor[0]);
        String typed = text.substring(anchor[0]);
        var names = new LinkedHashSet<String>();
        if (NEW.matcher(head).matches()) {
            CellNames.types(before, typed).forEach(each -> names.add(each + "("));
        } else if (isAlone(head)) {
            names.addAll(CellNames.before(before, typed));
        }
        if (typed.isEmpty()) {
            names.addAll(arguments.at(text));
        }
        fitting(found, head, typed).map(Suggestion::continuation).forEach(names::add);
        Map<String, String> variables = variables();
        Map<String, String> forms = members.of(head);
        if (forms.isEmpty() && names.size() <= WITH_SIGNATURE) {
            forms = forms(head, names, variables);
        }
        var items = new ArrayList<Completion.Item>();
        for (String name : names) {
            String form = forms.getOrDefault(bare(name), "");
            items.add(new Completion.Item(name, kind(name, head, variables.keySet()), form));
        }
        return items;
    }

    /// The forms of names that stand for themselves.
    private Map<String, String> forms(
            String head, Set<String> names, Map<String, String> variables) {
        var forms = new HashMap<>(variables);
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

    private Map<String, String> variables() {
        return jshell.variables()
                .collect(
                        Collectors.toMap(
                                VarSnippet::name,
                                each -> TypeNames.simple(each.typeName()) + " " + each.name(),
                                (_, last) -> last));
    }

    /// What is of the type that is wanted comes first. Where an argument begins, and nothing is
    /// typed of it, there is nothing else: all classes there are would say nothing.
    private static Stream<Suggestion> fitting(List<Suggestion> found, String head, String typed) {
        String before = head.stripTrailing();
        boolean isArgument = typed.isEmpty() && (before.endsWith("(") || before.endsWith(","));
        return found.stream()
                .filter(each -> !each.continuation().startsWith("$JShell$"))
                .filter(each -> !isArgument || (each.matchesType() && isValue(each.continuation())))
                .sorted(
                        Comparator.<Suggestion, Boolean>comparing(each -> !each.matchesType())
                                .thenComparing(each -> OF_ALL.contains(each.continuation())));
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
            return Character.isUpperCase(bare.isEmpty() ? 'a' : bare.charAt(0))
                    ? "class"
                    : "function";
        }
        if (SourceVersion.isKeyword(bare)) {
            return "keyword";
        }
        if (!bare.isEmpty() && Character.isUpperCase(bare.charAt(0)) && !variables.contains(bare)) {
            return "class";
        }
        boolean inImport = head.stripLeading().startsWith("import");
        return inImport || name.endsWith(".") ? "module" : "instance";
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
                index.beginning(name.group(), each -> !known.contains(each), IMPORTS).stream()
                        .map(each -> new Completion.Item(each, "class", "import " + each + ";"));
        return new Completion(
                name.start(),
                before.length(),
                Stream.concat(found.items().stream(), others).toList());
    }
}
