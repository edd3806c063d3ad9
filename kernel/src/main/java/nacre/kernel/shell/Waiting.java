package nacre.kernel.shell;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.Diag;
import jdk.jshell.JShell;
import jdk.jshell.MethodSnippet;
import jdk.jshell.Snippet;
import jdk.jshell.TypeDeclSnippet;
import jdk.jshell.VarSnippet;

/// Says of what is declared why it cannot be used: it waits for something that is not there yet, or
/// what it was made for has changed.
final class Waiting {
    private static final int WIDEST = 120; // characters of a line that are shown

    private final JShell jshell;
    private final Hints hints;

    Waiting(JShell jshell, Hints hints) {
        this.jshell = jshell;
        this.hints = hints;
    }

    /// Why it cannot be used.
    String say(DeclarationSnippet declaration) {
        Set<String> lacking = lacking(declaration);
        if (lacking.isEmpty()) {
            return title(declaration)
                    + " was made for what is no longer there; declare it anew."
                    + reason(declaration);
        }
        String tips =
                lacking.stream()
                        .flatMap(each -> similarTo(each, declaration).stream())
                        .map(hint -> " " + hint)
                        .collect(Collectors.joining());
        return title(declaration)
                + " is declared, but cannot be used until there is "
                + String.join(" and ", lacking)
                + "."
                + tips;
    }

    private Optional<String> similarTo(String dependency, DeclarationSnippet declaration) {
        return dependency.startsWith("method ")
                ? hints.methodsLike(bare(dependency), declaration)
                : hints.similarTo(bare(dependency));
    }

    /// The classes of the JDK that a type may lack.
    List<String> ofJdk(DeclarationSnippet declaration) {
        return lacking(declaration).stream()
                .flatMap(each -> hints.ofJdk(bare(each)).stream())
                .toList();
    }

    private Set<String> lacking(DeclarationSnippet declaration) {
        Set<String> lacking = new LinkedHashSet<>();
        addLacking(declaration, lacking, new HashSet<>());
        return lacking;
    }

    /// What is nowhere; what only waits itself lacks what that lacks.
    private void addLacking(
            DeclarationSnippet declaration, Set<String> lacking, Set<DeclarationSnippet> seen) {
        if (seen.add(declaration)) {
            jshell.unresolvedDependencies(declaration)
                    .filter(each -> !isThere(bare(each)))
                    .forEach(lacking::add);
            Set<String> words = Words.of(declaration.source());
            waiting()
                    .filter(TypeDeclSnippet.class::isInstance)
                    .filter(each -> words.contains(each.name()))
                    .toList()
                    .forEach(each -> addLacking(each, lacking, seen));
        }
    }

    /// The type that javac does not find because it cannot be used yet.
    Optional<DeclarationSnippet> type(Problem problem) {
        return waiting()
                .filter(TypeDeclSnippet.class::isInstance)
                .filter(_ -> problem.after("symbol:").startsWith("class "))
                .filter(_ -> JavacWords.owner(problem).isEmpty())
                .filter(each -> each.name().equals(problem.word()))
                .findFirst();
    }

    /// The same of what JShell has given a number.
    Optional<String> say(int number) {
        return waiting()
                .filter(each -> String.valueOf(number).equals(each.id()))
                .map(this::say)
                .findFirst();
    }

    /// The same of the methods that a call may have meant.
    List<String> methods(String name) {
        return waiting()
                .filter(MethodSnippet.class::isInstance)
                .filter(each -> each.name().equals(name))
                .map(this::say)
                .toList();
    }

    private Stream<DeclarationSnippet> waiting() {
        return jshell.snippets()
                .filter(each -> jshell.status(each).isActive())
                .filter(each -> jshell.status(each) != Snippet.Status.VALID)
                .filter(DeclarationSnippet.class::isInstance)
                .map(DeclarationSnippet.class::cast);
    }

    /// A method has its parameters in its title if others have its name.
    private String title(DeclarationSnippet declaration) {
        return switch (declaration) {
            case MethodSnippet method -> {
                long overloads =
                        jshell.methods().filter(each -> each.name().equals(method.name())).count();
                String types = method.parameterTypes().replaceAll(",\\s*", ", ");
                yield method.name() + "(" + (overloads > 1 ? types : "") + ")";
            }
            case TypeDeclSnippet type -> "The type " + type.name();
            case VarSnippet variable -> "The variable " + variable.name();
            default -> "This";
        };
    }

    /// `class Disc` and `method area(Disc)` without what is not their name.
    private static String bare(String dependency) {
        return dependency.replaceAll("^\\w+ |\\(.*", "");
    }

    private boolean isThere(String name) {
        return jshell.types().anyMatch(type -> type.name().equals(name));
    }

    private String reason(DeclarationSnippet declaration) {
        var cell = new Cell(0, declaration.source());
        return jshell.diagnostics(declaration)
                .filter(Diag::isError)
                .findFirst()
                .map(each -> reason(each, cell))
                .orElse("");
    }

    private static String reason(Diag diag, Cell cell) {
        int at = Math.clamp(diag.getPosition(), 0, cell.code().length());
        int end = Math.clamp(diag.getEndPosition(), at, cell.code().length());
        String message = diag.getMessage(Locale.ENGLISH).strip();
        var problem = new Problem(diag.getCode(), message, cell, at, end - at);
        return " In `%s`: %s"
                .formatted(
                        problem.spot().near(WIDEST).text().strip(),
                        JavacWords.say(problem).lines().findFirst().orElse(""));
    }
}
