package nacre.kernel.shell;

import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.ImportSnippet;
import jdk.jshell.JShell;
import jdk.jshell.MethodSnippet;
import jdk.jshell.PersistentSnippet;
import jdk.jshell.Snippet;
import jdk.jshell.Snippet.Status;
import jdk.jshell.TypeDeclSnippet;
import jdk.jshell.VarSnippet;

/// What a declaration needs of those before it: what it names, and what is named by those that
/// JShell compiles anew because of it.
final class Needs {
    /// Two names one after the other begin a declaration, the second is its name.
    private static final Pattern DECLARATION =
            Pattern.compile(
                    "\\s*(?:(?:public|protected|private|static|final|abstract|sealed|synchronized)\\s+)*"
                            + "(?!(?:import|new)\\b)[\\w.]+(?:\\s*<[^=;(){}]*>)?(?:\\s*\\[\\s*])*"
                            + "\\s+(?!instanceof\\b)(\\w+)");

    /// A type that Java has no words for: `<anonymous class implementing Runnable>`, `A&B`.
    private static final Pattern UNSPEAKABLE = Pattern.compile("<any|<anonymous|&|#");

    private final List<DeclarationSnippet> before;
    private final Set<String> names = new HashSet<>();
    private final Set<String> changing = new HashSet<>();

    private Needs(JShell jshell) {
        before =
                jshell.snippets()
                        .filter(DeclarationSnippet.class::isInstance)
                        .map(DeclarationSnippet.class::cast)
                        .filter(each -> jshell.status(each).isActive())
                        .toList();
    }

    /// Tells which snippets a source needs; all of them if it is not plain what it declares.
    static Predicate<Snippet> of(String source, JShell jshell) {
        String mask = Source.mask(source);
        Matcher declaration = DECLARATION.matcher(mask);
        boolean isPlain =
                declaration.lookingAt()
                        && !outside(mask.substring(declaration.end())).contains(",")
                        && !source.contains("\\u");
        if (!isPlain) {
            return _ -> true;
        }
        var needs = new Needs(jshell);
        needs.names.addAll(Words.of(source));
        needs.addWaiting(jshell);
        needs.addThoseThatName(declaration.group(1));
        if (needs.names.contains("var")) {
            needs.addTypes();
        }
        return needs.needed();
    }

    /// Tells which snippets a question about code needs: those that it names, or may mean.
    ///
    /// @param typed what the name that is being typed begins with
    static Predicate<Snippet> toSee(String code, Predicate<String> typed) {
        Set<String> words = Words.of(code);
        return snippet ->
                snippet instanceof ImportSnippet
                        || snippet instanceof PersistentSnippet named
                                && (words.contains(named.name()) || typed.test(named.name()));
    }

    /// The source without what stands in braces and parentheses: a comma that is left may be that
    /// between two variables.
    static String outside(String mask) {
        var outside = new StringBuilder();
        int depth = 0;
        for (int i = 0; i < mask.length(); i++) {
            char c = mask.charAt(i);
            depth += c == '{' || c == '(' ? 1 : 0;
            outside.append(depth > 0 ? ' ' : c);
            depth -= c == '}' || c == ')' ? 1 : 0;
        }
        return outside.toString();
    }

    /// Those that do not compile yet may do so now.
    private void addWaiting(JShell jshell) {
        for (DeclarationSnippet each : before) {
            if (jshell.status(each) != Status.VALID) {
                names.addAll(Words.of(each.source()));
                addThoseThatName(each.name());
            }
        }
    }

    /// Those that use a declaration are compiled again when it changes, and so on.
    private void addThoseThatName(String name) {
        if (!changing.add(name)) {
            return;
        }
        for (DeclarationSnippet each : before) {
            if (each.source().contains(name)) {
                Set<String> words = Words.of(each.source());
                if (words.contains(name)) {
                    names.addAll(words);
                    addThoseThatName(each.name());
                }
            }
        }
    }

    /// The type of a `var` is one that is met where its value is computed: the type of a variable,
    /// what a method returns, what a class has.
    private void addTypes() {
        Map<String, List<DeclarationSnippet>> byName =
                before.stream().collect(Collectors.groupingBy(DeclarationSnippet::name));
        var met = new ArrayDeque<>(names);
        while (!met.isEmpty()) {
            for (DeclarationSnippet each : byName.getOrDefault(met.pop(), List.of())) {
                Words.of(types(each)).stream().filter(names::add).forEach(met::push);
            }
        }
    }

    private static String types(DeclarationSnippet snippet) {
        return switch (snippet) {
            case VarSnippet variable -> variable.typeName();
            case MethodSnippet method -> method.signature();
            default -> snippet.source();
        };
    }

    /// A name whose type cannot be written may stand for any.
    private Predicate<Snippet> needed() {
        boolean allTypes = before.stream().anyMatch(this::isUnspeakable);
        return snippet ->
                snippet instanceof ImportSnippet
                        || allTypes && snippet instanceof TypeDeclSnippet
                        || snippet instanceof PersistentSnippet named
                                && names.contains(named.name());
    }

    private boolean isUnspeakable(DeclarationSnippet snippet) {
        return snippet instanceof VarSnippet variable
                && names.contains(variable.name())
                && UNSPEAKABLE.matcher(variable.typeName()).find();
    }
}
