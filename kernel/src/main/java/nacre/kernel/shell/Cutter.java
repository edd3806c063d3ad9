package nacre.kernel.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.Completeness;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;

/// Cuts a cell where one snippet ends and the next begins.
final class Cutter {
    private static final Pattern LINE_END =
            Pattern.compile(
                    "\\n(?=\\s*(?!(?:else|catch|finally|throws|extends|implements|permits|instanceof)\\b)"
                            + "[\\p{L}_@])");

    private static final Pattern ANNOTATION =
            Pattern.compile("(?:^|\\n)\\s*@[\\w.]+(?:\\([^()]*\\))?$");

    private static final int FEW = 1_000; // characters that mostly have the end of a snippet

    private final SourceCodeAnalysis analysis;

    /// What has been found at the begin of a text.
    ///
    /// @param source the snippet, with its semicolon
    /// @param rest how many characters are left behind it
    private record Cut(Completeness completeness, String source, int rest) {}

    Cutter(SourceCodeAnalysis analysis) {
        this.analysis = analysis;
    }

    List<Part.Piece> pieces(Cell cell) {
        return pieces(cell, this::first);
    }

    /// The same for a cell in which semicolons are missing at the ends of lines: JShell puts one at
    /// the end of what it is given, so it is given a few lines at a time.
    List<Part.Piece> lines(Cell cell) {
        return pieces(cell, text -> firstLines(text).orElseGet(() -> first(text)));
    }

    private static List<Part.Piece> pieces(Cell cell, Function<String, Cut> cutter) {
        String code = cell.code();
        var pieces = new ArrayList<Part.Piece>();
        int offset = 0;
        while (offset < code.length()) {
            Cut cut = cutter.apply(code.substring(offset));
            if (cut.completeness == Completeness.EMPTY) {
                break;
            }
            int end = code.length() - cut.rest;
            String mask = Source.mask(code.substring(offset, end)).strip();
            if (!mask.equals(";")) { // as after the closing brace of a class
                boolean sound =
                        cut.completeness != Completeness.UNKNOWN
                                && cut.completeness != Completeness.DEFINITELY_INCOMPLETE;
                String source = cut.source.stripLeading(); // an empty line makes no other class
                int begin = offset + cut.source.length() - source.length();
                pieces.add(new Part.Piece(cell, source, begin, mask.endsWith(";"), sound, false));
            }
            offset = end;
        }
        return pieces;
    }

    /// JShell reads all that it is given, which for each of a thousand statements would be the
    /// whole cell: so it is given the next few lines, and all only if they do not tell. An `else`
    /// may still come where only comments follow.
    private Cut first(String text) {
        int end = text.indexOf('\n', FEW);
        if (end > 0) {
            Cut cut = firstOf(text.substring(0, end));
            if (!Source.mask(text.substring(end - cut.rest, end)).isBlank()) {
                return new Cut(cut.completeness, cut.source, cut.rest + text.length() - end);
            }
        }
        return firstOf(text);
    }

    private Cut firstOf(String text) {
        CompletionInfo info = analysis.analyzeCompletion(text);
        return new Cut(
                info.completeness(),
                info.source() == null ? text : info.source(),
                isWhole(info) ? info.remaining().length() : 0);
    }

    /// The first lines that are whole by themselves, where the next begins something new.
    private Optional<Cut> firstLines(String text) {
        String mask = Source.mask(text);
        Matcher end = LINE_END.matcher(mask);
        int depth = 0;
        for (int at = 0; end.find(); at = end.start()) {
            depth += Source.depth(mask.substring(at, end.start()));
            String head = mask.substring(0, end.start()).strip();
            if (depth > 0 || head.isEmpty() || ANNOTATION.matcher(head).find()) {
                continue;
            }
            Cut cut = first(text.substring(0, end.start()));
            switch (cut.completeness) {
                case COMPLETE, COMPLETE_WITH_SEMI -> {
                    int below = text.length() - end.start();
                    return Optional.of(new Cut(cut.completeness, cut.source, cut.rest + below));
                }
                case EMPTY, UNKNOWN -> {
                    return Optional.empty();
                }
                case CONSIDERED_INCOMPLETE, DEFINITELY_INCOMPLETE -> {
                    // its end is further below
                }
            }
        }
        return Optional.empty();
    }

    private static boolean isWhole(CompletionInfo info) {
        return info.completeness() == Completeness.COMPLETE
                || info.completeness() == Completeness.COMPLETE_WITH_SEMI;
    }
}
