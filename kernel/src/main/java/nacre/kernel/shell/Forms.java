package nacre.kernel.shell;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import jdk.jshell.SourceCodeAnalysis;

/// The forms of a call, with the names of their parameters; javac tells only types.
final class Forms {
    private static final int MOST = 6; // where there are more, javac has chosen better
    private static final Pattern NAMELESS =
            Pattern.compile("([\\w.]+)\\.(\\w+)\\([\\w.<>?\\[\\]]+[,)]");

    private final SourceCodeAnalysis analysis;

    Forms(SourceCodeAnalysis analysis) {
        this.analysis = analysis;
    }

    /// Those of the call whose argument the problem is, or whose name javac points at instead.
    Optional<String> ofArgument(Problem problem) {
        return around(problem).or(() -> isCallee(problem) ? ofCall(problem) : Optional.empty());
    }

    /// Whether a method is pointed at where one of its arguments is meant.
    private static boolean isCallee(Problem problem) {
        return problem.isBehindOwner()
                && problem.cell().code().startsWith("(", problem.position() + problem.length());
    }

    /// The forms of the call between whose parentheses the problem lies.
    private Optional<String> around(Problem problem) {
        String before = problem.cell().code().substring(0, problem.position());
        return ArgumentPlace.atEnd(Source.mask(before))
                .flatMap(place -> Offers.forms(place.method(), signatures(before)));
    }

    /// Whether the only form of a call is the one without parameters; then nothing is left to say.
    private static boolean takesNothing(Problem problem) {
        return problem.after("required:").equals("no arguments")
                && problem.message().contains("differ in length");
    }

    /// Those of the call that the problem is.
    Optional<String> ofCall(Problem problem) {
        String code = problem.cell().code();
        int open = Source.mask(code).indexOf('(', problem.position());
        if (open < 0 || takesNothing(problem)) {
            return Optional.empty();
        }
        String before = code.substring(0, open + 1);
        List<String> signatures = signatures(before);
        return ArgumentPlace.atEnd(Source.mask(before))
                .filter(_ -> signatures.size() <= MOST)
                .flatMap(place -> Offers.forms(place.method(), signatures));
    }

    /// The forms of the call that some code ends in. JShell has the names of parameters only where
    /// the class is named that declares the method.
    List<String> signatures(String before) {
        List<String> found = told(before);
        List<String> named =
                found.stream()
                        .flatMap(each -> NAMELESS.matcher(each).results())
                        .map(each -> "((%s) null).%s(".formatted(each.group(1), each.group(2)))
                        .distinct()
                        .flatMap(each -> told(each).stream())
                        .toList();
        return named.isEmpty() ? found : named;
    }

    private List<String> told(String before) {
        return analysis.documentation(before, before.length(), false).stream()
                .map(SourceCodeAnalysis.Documentation::signature)
                .toList();
    }
}
