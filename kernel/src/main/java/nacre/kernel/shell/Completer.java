package nacre.kernel.shell;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.SourceVersion;
import jdk.jshell.JShell;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.Suggestion;

/// Proposes what could be typed at the cursor: names, members, texts, and classes whose import is
/// still missing.
final class Completer {
    private static final int WITH_SIGNATURE = 12; // more would take too long, and fill the screen
    private static final int IMPORTS = 20;
    private static final Set<String> OF_ALL = // objects; last, as nobody looks for them
            Set.of("clone()", "finalize()", "notify()", "notifyAll()", "wait(");
    private static final Pattern TYPE_NAME = Pattern.compile("(?<![.\\w$])(\\p{Lu}[\\w$]{2,})$");

    private static final Pattern NEW = Pattern.compile("(?s).*\\bnew\\s+");

    private final JShell jshell;
    private final SourceCodeAnalysis analysis;
    private final Cutter cutter;
    private final Arguments arguments;
    private final Members members;

    Completer(JShell jshell, Cutter cutter, SourceDocs sources) {
        this.jshell = jshell;
        this.analysis = jshell.sourceCodeAnalysis();
        this.cutter = cutter;
        this.arguments = new Arguments(analysis);
        this.members = new Members(analysis, sources);
    }

    Completion complete(String code, int cursor) {
        String before = code.substring(0, Math.clamp(cursor, 0, code.length()));
        return TextCompletion.of(before).orElseGet(() -> names(before));
    }

    private Completion names(String before) {
        var context = Context.of(cutter.pieces(new Cell(0, before)), before);
        String text = context.text();
        int[] anchor = {text.length()};
        List<Suggestion> found = analysis.completionSuggestions(text, text.length(), anchor);
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
        Set<String> variables =
                jshell.variables().map(each -> each.name()).collect(Collectors.toSet());
        Map<String, String> forms = forms(head, names.size());
        var items =
                names.stream()
                        .map(
                                name -> {
                                    String form = forms.get(bare(name));
                                    boolean ask = form == null && names.size() <= WITH_SIGNATURE;
                                    return new Completion.Item(
                                            name,
                                            kind(name, head, variables),
                                            form != null
                                                    ? form
                                                    : ask ? signature(head + name) : "");
                                })
                        .toList();
        return items.isEmpty()
                ? imports(before)
                : new Completion(anchor[0] + context.shift(), before.length(), items);
    }

    /// The forms of methods that can be told without asking JShell about each.
    private Map<String, String> forms(String head, int count) {
        Map<String, String> library = members.ofLibrary(head, true);
        return library.isEmpty() && count > WITH_SIGNATURE ? members.ofJdk(head) : library;
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
        return analysis.documentation(code, code.length(), false).stream()
                .map(each -> TypeNames.signature(each.signature()))
                .limit(3)
                .collect(Collectors.joining("\n"));
    }

    /// Classes of that name in packages that are not imported: the proposal writes the whole name.
    private Completion imports(String before) {
        Matcher name = TYPE_NAME.matcher(before);
        if (!name.find()) {
            return new Completion(before.length(), before.length(), List.of());
        }
        var items =
                analysis.listQualifiedNames(name.group(), name.group().length()).getNames().stream()
                        .limit(IMPORTS)
                        .map(each -> new Completion.Item(each, "class", "import " + each + ";"))
                        .toList();
        return new Completion(name.start(), before.length(), items);
    }
}
