package nacre.kernel.shell;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What another language writes, and how Java writes it.
///
/// @param isName whether it is a name: learners may have their own of it, so it counts only where
///   javac does not know it
record Idiom(Pattern pattern, boolean isName, Function<MatchResult, String> hint) {

    /// A turn that is no Java wherever it stands.
    static Idiom of(String pattern, Function<MatchResult, String> hint) {
        return new Idiom(Pattern.compile(pattern), false, hint);
    }

    static Idiom of(String pattern, String hint) {
        return of(pattern, found -> Phrase.fill(hint, found));
    }

    /// A variable, method or class that the other language has.
    static Idiom name(String pattern, Function<MatchResult, String> hint) {
        return new Idiom(Pattern.compile("(?<![.\\w])" + pattern), true, hint);
    }

    static Idiom name(String pattern, String hint) {
        return name(pattern, found -> Phrase.fill(hint, found));
    }

    /// What the first of some says that is at the place of a problem.
    static Optional<String> first(List<Idiom> idioms, Problem problem) {
        String mask = maskedLine(problem);
        return idioms.stream().flatMap(each -> each.at(problem, mask).stream()).findFirst();
    }

    /// Texts are blanked in the mask, but quotes stay: a text is not searched.
    private Optional<String> at(Problem problem, String mask) {
        Cell.Spot spot = problem.spot();
        Optional<MatchResult> found =
                pattern.matcher(mask)
                        .results()
                        .filter(
                                each ->
                                        isName
                                                ? isUnknown(each, problem)
                                                : isNear(each, spot, problem.length()))
                        .findFirst();
        return found.map(
                masked -> {
                    Matcher written = pattern.matcher(spot.text());
                    boolean same =
                            written.find(masked.start()) && written.start() == masked.start();
                    return hint.apply(same ? written : masked);
                });
    }

    private static boolean isUnknown(MatchResult found, Problem problem) {
        return (problem.is("cant.resolve") || problem.is("doesnt.exist"))
                && found.start() == problem.spot().column();
    }

    private static boolean isNear(MatchResult found, Cell.Spot spot, int length) {
        return found.start() <= spot.column() + length && spot.column() <= found.end() + 2;
    }

    private static String maskedLine(Problem problem) {
        Cell.Spot spot = problem.spot();
        String mask = Source.mask(problem.cell().code());
        int begin = problem.position() - spot.column();
        return mask.substring(begin, Math.min(mask.length(), begin + spot.text().length()));
    }
}
