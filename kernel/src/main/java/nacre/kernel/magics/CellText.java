package nacre.kernel.magics;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nacre.kernel.magics.Segment.Use;
import nacre.kernel.shell.Source;
import org.jspecify.annotations.Nullable;

/// Cuts a cell into Java and magics.
///
/// A magic begins its line, outside of comments, texts and brackets, where a statement can begin: a
/// remainder that is continued on the next line (`% 3`) is none.
final class CellText {
    private static final Pattern MAGIC = Pattern.compile("(%[A-Za-z]\\w*)(?=\\s|$)[ \\t]*");
    private static final Pattern CELL_MAGIC = Pattern.compile("\\s*(%%[A-Za-z]\\w*)[ \\t]*");
    private static final Pattern ASK_BEFORE = Pattern.compile("\\?{1,2}[ \\t]*(?=[\\w.%\"]+|$)");
    private static final Pattern ASK_BEHIND =
            Pattern.compile("(%{0,2}[\\w.]+)(?:\\(.*\\))?\\?{1,2}\\s*");
    private static final Pattern HELP_CALL =
            Pattern.compile(
                    "help\\(\\s*\"?((?:[^\"();]|\\((?:[^()]|\\([^()]*\\))*\\))*?)\"?\\s*\\)\\s*;?\\s*");
    private static final Pattern DEPS = Pattern.compile("//(?:DEPS|REPOS)[ \\t]+");

    private final String code;
    private final Magics magics;
    private final StringBuilder java;
    private final List<Segment> segments = new ArrayList<>();
    private int javaStart;

    private CellText(String code, Magics magics) {
        this.code = code;
        this.magics = magics;
        this.java = new StringBuilder(code);
    }

    /// The stretches of a cell in their order; Java that is blank is left out.
    static List<Segment> segments(String code, Magics magics) {
        if (code.indexOf('%') < 0
                && code.indexOf('?') < 0
                && !code.contains("//")
                && !code.contains("help(")) {
            return code.isBlank() ? List.of() : List.of(new Segment.Java(code));
        }
        var text = new CellText(code, magics);
        text.cut();
        return text.segments;
    }

    /// The cell with its magics blanked, but for the code they contain: what Java is in it.
    static String javaOf(String code, Magics magics) {
        var text = new CellText(code, magics);
        text.cut();
        return text.java.toString();
    }

    private void cut() {
        Matcher whole = CELL_MAGIC.matcher(code);
        if (whole.lookingAt() && code.charAt(Math.min(whole.end(), code.length() - 1)) != '?') {
            int start = whole.start(1);
            String name = whole.group(1);
            int end = lineEnd(start);
            add(new Use(code, start, name, codeStart(name, whole.end(), end), end, code.length()));
            return;
        }
        int start = 0;
        while (start < code.length()) {
            start = 1 + line(start);
        }
        java(code.length());
    }

    /// Looks at the line that begins there; gives the end of what it belongs to.
    private int line(int lineStart) {
        int end = lineEnd(lineStart);
        int start = lineStart;
        while (start < end && Character.isWhitespace(code.charAt(start))) {
            start++;
        }
        Use use = use(start, end);
        if (use == null || !canBegin(use, start)) {
            return end;
        }
        java(start);
        add(use);
        return use.end();
    }

    private @Nullable Use use(int start, int end) {
        Matcher magic = MAGIC.matcher(code).region(start, end);
        if (magic.lookingAt()) {
            String name = magic.group(1);
            int first = codeStart(name, magic.end(), end);
            int last = magics.takesCode(name) ? codeEnd(first, end) : end;
            return new Use(code, start, name, first, last, last);
        }
        Matcher ask = ASK_BEFORE.matcher(code).region(start, end);
        if (ask.lookingAt()) {
            return new Use(code, start, Ask.NAME, ask.end(), end, end);
        }
        Matcher behind = ASK_BEHIND.matcher(code).region(start, end);
        if (behind.matches() && code.indexOf(':', end) < 0) { // else it could be `a ? b : c`
            return new Use(code, start, Ask.NAME, start, behind.end(1), end);
        }
        Matcher call = HELP_CALL.matcher(code).region(start, end);
        if (call.matches()) {
            return new Use(code, start, Ask.NAME, call.start(1), call.end(1), end);
        }
        Matcher deps = DEPS.matcher(code).region(start, end);
        return deps.lookingAt() ? new Use(code, start, Maven.NAME, deps.end(), end, end) : null;
    }

    /// Code begins behind the options.
    private int codeStart(String name, int start, int end) {
        Matcher options =
                Pattern.compile(magics.options(name))
                        .matcher(code)
                        .region(Math.min(start, end), end);
        return options.lookingAt() ? options.end() : start;
    }

    /// Code that follows a magic goes on in the next line when a bracket is open or that begins
    /// with a dot.
    private int codeEnd(int start, int lineEnd) {
        int end = lineEnd;
        while (end < code.length()
                && (Source.depth(Source.mask(code.substring(start, end))) > 0
                        || code.substring(end).stripLeading().startsWith("."))) {
            end = lineEnd(end + 1);
        }
        return end;
    }

    private boolean canBegin(Use use, int start) {
        String mask = Source.mask(java.substring(0, start) + "x");
        if (!mask.endsWith("x") || Source.depth(mask) != 0) {
            return false; // in a text, a comment or brackets
        }
        String before = mask.substring(javaStart, start).stripTrailing();
        boolean fresh = before.isEmpty() || before.endsWith(";") || before.endsWith("}");
        return fresh || (magics.knows(use.name()) && use.cell().charAt(start) == '%');
    }

    private void add(Use use) {
        segments.add(use);
        boolean isCode = magics.takesCode(use.name());
        int end = isCode ? use.argumentStart() : use.end();
        java.replace(use.start(), end, Segment.blank(code.substring(use.start(), end)));
        javaStart = use.end();
    }

    /// Ends the Java that began behind the last magic.
    private void java(int end) {
        if (!code.substring(javaStart, end).isBlank()) {
            segments.add(new Segment.Java(Segment.only(code, javaStart, end)));
        }
        javaStart = end;
    }

    private int lineEnd(int from) {
        int end = code.indexOf('\n', from);
        return end < 0 ? code.length() : end;
    }
}
