package nacre.kernel.shell;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.Diag;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.VarSnippet;

/// Tells a learner why a cell does not compile: in plain words, at the learner's own line, with
/// what to try.
final class Diagnosis {
    static final String NAME = "CompileError";
    private static final Set<String> VALUE =
            Set.of("compiler.err.prob.found.req", "compiler.err.cant.apply.symbol");
    private static final Pattern PACKAGE =
            Pattern.compile("^[ \\t]*+package\\s+[\\w.]+\\s*;", Pattern.MULTILINE);
    private static final Pattern WORD = Pattern.compile("[\\p{L}_$][\\p{L}\\p{N}_$]*|\\d[\\w.]*");

    private final JShell jshell;
    private final Hints hints;
    private final Waiting waiting;
    private final Places places;

    Diagnosis(JShell jshell, Hints hints, Waiting waiting, Places places) {
        this.jshell = jshell;
        this.hints = hints;
        this.waiting = waiting;
        this.places = places;
    }

    /// What can be seen without compiling.
    Optional<CellError> beforeCompiling(Cell cell) {
        int comment = Source.openComment(cell.code());
        return comment < 0 ? packageLine(cell) : Optional.of(openComment(cell.spot(comment)));
    }

    /// JShell would pass over all that is behind it.
    private static CellError openComment(Cell.Spot spot) {
        return new Story(NAME, "A comment has no end; it ends with `*/`.")
                .at(spot, spot.name(), 2)
                .error();
    }

    private static Optional<CellError> packageLine(Cell cell) {
        Matcher matcher = PACKAGE.matcher(Source.mask(cell.code()));
        if (!matcher.find()) {
            return Optional.empty();
        }
        int begin = matcher.end() - matcher.group().stripLeading().length();
        Cell.Spot spot = cell.spot(begin);
        return Optional.of(
                new Story(NAME, "A cell cannot have a package line.")
                        .at(spot, spot.name(), "package".length())
                        .hint("Leave the line out; classes of a cell are there for all cells.")
                        .error());
    }

    CellError tooDeep(Cell cell) {
        Cell.Spot spot = cell.spot(0);
        return new Story(NAME, "Something here is nested too deeply for the compiler.")
                .at(spot, spot.name(), 0)
                .hint("Split it: give parts of it names of their own.")
                .error();
    }

    /// What is wrong with a snippet that JShell does not take.
    CellError rejected(Snippet snippet, Part.Piece piece) {
        List<Diag> errors = jshell.diagnostics(snippet).filter(Diag::isError).toList();
        List<Problem> problems =
                errors.stream()
                        .sorted(
                                Comparator.comparing((Diag each) -> follows(each, errors))
                                        .thenComparingLong(Diag::getPosition))
                        .map(each -> problem(each, piece))
                        .sorted(Comparator.comparing(each -> !each.isSyntax()))
                        .toList();
        return problems.isEmpty()
                ? new Story(NAME, "Java does not take this, and does not say why.")
                        .at(piece.cell().spot(piece.offset()), "", 0)
                        .error()
                : error(problems);
    }

    /// Whether a value does not fit because something in it is wrong: that is to be mended first.
    private static boolean follows(Diag error, List<Diag> errors) {
        return VALUE.contains(error.getCode())
                && errors.stream()
                        .anyMatch(
                                each ->
                                        each != error
                                                && error.getStartPosition() < each.getPosition()
                                                && each.getPosition() < error.getEndPosition());
    }

    /// Whether javac has missed a semicolon in it.
    boolean lacksSemicolon(Snippet snippet) {
        return jshell.diagnostics(snippet)
                .anyMatch(each -> each.getMessage(Locale.ENGLISH).strip().equals("';' expected"));
    }

    /// What is wrong with a variable whose type is nowhere: JShell waits for it, a learner has
    /// mistyped it.
    CellError noSuchType(VarSnippet variable, Part.Piece piece) {
        String type =
                jshell.unresolvedDependencies(variable)
                        .findFirst()
                        .map(name -> name.replaceFirst("^\\w+ ", ""))
                        .orElse(variable.typeName());
        int at = Math.max(0, piece.source().indexOf(type));
        String words = "cannot find symbol\nsymbol: class " + type;
        return error(
                List.of(
                        new Problem(
                                "compiler.err.cant.resolve",
                                words,
                                piece.cell(),
                                piece.inCell(at),
                                type.length())));
    }

    /// What is wrong with what JShell would take.
    CellError of(Problem problem) {
        return error(List.of(problem));
    }

    private CellError error(List<Problem> problems) {
        Problem problem = problems.getFirst();
        Optional<DeclarationSnippet> unusable = waiting.type(problem);
        var story =
                new Story(NAME, unusable.map(waiting::say).orElseGet(() -> JavacWords.say(problem)))
                        .at(problem.spot(), problem.spot().name(), problem.length());
        unusable.flatMap(places::begin).ifPresent(spot -> story.at(spot, spot.name(), 0));
        unusable.map(waiting::ofJdk)
                .orElseGet(() -> hints.forProblem(problem))
                .forEach(story::hint);
        if (problem.is("cant.resolve") || problem.is("cant.apply.symbol")) {
            waiting.methods(problem.word()).forEach(story::hint);
        }
        String others =
                problems.stream()
                        .skip(1)
                        .map(each -> each.spot().name() + ": " + JavacWords.say(each))
                        .distinct()
                        .collect(Collectors.joining("\n"));
        if (!others.isEmpty()) {
            story.details("What else javac found", others);
        }
        return story.details("In javac's words", problem.message()).error();
    }

    private static Problem problem(Diag diag, Part.Piece piece) {
        Cell cell = piece.cell();
        String code = cell.code();
        long position = diag.getPosition() == Diag.NOPOS ? 0 : diag.getPosition();
        int at = Math.clamp(piece.inCell(position), 0, code.length());
        int end = piece.inCell(diag.getEndPosition());
        boolean isCall = VALUE.contains(diag.getCode()) && code.startsWith("(", at);
        if (at < code.length() && code.charAt(at) == '.') { // javac points at a dot, not at a name
            boolean ownerIsWrong = "compiler.err.doesnt.exist".equals(diag.getCode());
            at = ownerIsWrong ? piece.inCell(diag.getStartPosition()) : at + 1;
        } else if (isCall) {
            at = begin(code, piece.inCell(diag.getStartPosition()), at);
        }
        return new Problem(
                diag.getCode(),
                diag.getMessage(Locale.ENGLISH).strip(),
                cell,
                at,
                isCall ? inLine(cell, at, end) : length(cell, at, end));
    }

    /// Where a call begins whose parentheses javac points at, if that is on the same line.
    private static int begin(String code, int start, int parenthesis) {
        boolean isBefore = 0 <= start && start < parenthesis;
        return isBefore && code.substring(start, parenthesis).indexOf('\n') < 0
                ? start
                : parenthesis;
    }

    /// How much of the line is meant: a word, else as far as javac says.
    private static int length(Cell cell, int at, int end) {
        Matcher word = WORD.matcher(cell.code());
        if (word.find(at) && word.start() == at) {
            return word.end() - at;
        }
        return inLine(cell, at, end);
    }

    private static int inLine(Cell cell, int at, int end) {
        Cell.Spot spot = cell.spot(at);
        int lineEnd = at - spot.column() + spot.text().length();
        return Math.clamp(Math.min(end, lineEnd) - at, 1, 1_000);
    }
}
