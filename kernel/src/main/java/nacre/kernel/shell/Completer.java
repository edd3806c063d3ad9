package nacre.kernel.shell;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.lang.model.SourceVersion;
import jdk.jshell.JShell;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.Suggestion;

/// Proposes what could be typed at the cursor: names, members, texts, and classes whose import is
/// still missing.
final class Completer {
    private static final int WITH_SIGNATURE = 12; // more would take too long, and fill the screen
    private static final int IMPORTS = 20;
    private static final Pattern TYPE_NAME = Pattern.compile("(?<![.\\w$])(\\p{Lu}[\\w$]{2,})$");

    private final JShell jshell;
    private final SourceCodeAnalysis analysis;
    private final CellCompiler compiler;

    Completer(JShell jshell, CellCompiler compiler) {
        this.jshell = jshell;
        this.analysis = jshell.sourceCodeAnalysis();
        this.compiler = compiler;
    }

    Completion complete(String code, int cursor) {
        String before = code.substring(0, Math.clamp(cursor, 0, code.length()));
        return TextCompletion.of(before).orElseGet(() -> names(before));
    }

    private Completion names(String before) {
        var context = Context.of(compiler.split(new Cell(0, before)), before);
        String text = context.text();
        int[] anchor = {text.length()};
        List<Suggestion> found = analysis.completionSuggestions(text, text.length(), anchor);
        List<String> names =
                found.stream()
                        .sorted(Comparator.comparing(each -> !each.matchesType()))
                        .map(Suggestion::continuation)
                        .distinct()
                        .toList();
        String head = text.substring(0, anchor[0]);
        Set<String> variables =
                jshell.variables().map(each -> each.name()).collect(Collectors.toSet());
        var items =
                names.stream()
                        .map(
                                name ->
                                        new Completion.Item(
                                                name,
                                                kind(name, head, variables),
                                                names.size() <= WITH_SIGNATURE
                                                        ? signature(head + name)
                                                        : ""))
                        .toList();
        return items.isEmpty()
                ? imports(before)
                : new Completion(anchor[0] + context.shift(), before.length(), items);
    }

    private static String kind(String name, String head, Set<String> variables) {
        String bare = name.replaceAll("\\W.*", "");
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

    private String signature(String code) {
        return analysis.documentation(code, code.length(), false).stream()
                .map(each -> TypeNames.simple(each.signature()))
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
