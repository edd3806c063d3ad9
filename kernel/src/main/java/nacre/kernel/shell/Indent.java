package nacre.kernel.shell;

import java.util.regex.Pattern;
import jdk.jshell.SourceCodeAnalysis;

/// Tells whether code is whole, and how far the next line goes in if it is not.
final class Indent {
    private static final int STEP = 4;

    /// The end of what JShell takes for whole, though something must follow: `a ? b :` and an
    /// annotation.
    private static final Pattern OPEN =
            Pattern.compile(
                    "(?:[^:]:|(?:^|[;}])\\s*(?:@\\w[\\w.]*(?:\\s*\\([^()]*\\))?\\s*)+)\\s*$");

    private Indent() {}

    static Completeness completeness(SourceCodeAnalysis analysis, String code) {
        if (OPEN.matcher(Source.mask(code)).find()) {
            return incomplete(code);
        }
        String rest = code;
        while (true) {
            var info = analysis.analyzeCompletion(rest);
            switch (info.completeness()) {
                case COMPLETE -> rest = info.remaining();
                case EMPTY, COMPLETE_WITH_SEMI -> {
                    return new Completeness.Complete();
                }
                case CONSIDERED_INCOMPLETE -> { // an `else` could follow; an empty line says no
                    return code.endsWith("\n") ? new Completeness.Complete() : incomplete(code);
                }
                case DEFINITELY_INCOMPLETE -> {
                    return incomplete(code);
                }
                case UNKNOWN -> {
                    return new Completeness.Invalid();
                }
            }
        }
    }

    private static Completeness incomplete(String code) {
        int depth = 0;
        for (char c : Source.mask(code).toCharArray()) {
            depth +=
                    switch (c) {
                        case '{', '(', '[' -> 1;
                        case '}', ')', ']' -> -1;
                        default -> 0;
                    };
        }
        return new Completeness.Incomplete(" ".repeat(STEP * Math.max(0, depth)));
    }
}
