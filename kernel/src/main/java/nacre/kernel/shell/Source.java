package nacre.kernel.shell;

/// Java source seen through a mask: comments and the insides of literals are blanked, every
/// position stays. Looking for a word or a bracket in the mask cannot hit one in a string.
public final class Source {
    private final String code;
    private final StringBuilder mask;
    private int at;
    private int openComment = -1;

    private Source(String code) {
        this.code = code;
        this.mask = new StringBuilder(code);
    }

    /// The code with blanks for comments and for what is between quotes; line ends stay.
    public static String mask(String code) {
        var source = new Source(code);
        source.run();
        return source.mask.toString();
    }

    /// Whether what comes behind this code is code too, and not part of a comment or a text.
    static boolean isCodeBehind(String code) {
        return mask(code + "x").endsWith("x");
    }

    /// Where a comment begins that has no end; -1 if there is none.
    static int openComment(String code) {
        var source = new Source(code);
        source.run();
        return source.openComment;
    }

    /// How many brackets are open at the end of a mask.
    public static int depth(String mask) {
        int depth = 0;
        for (int i = 0; i < mask.length(); i++) {
            char c = mask.charAt(i);
            depth += "([{".indexOf(c) >= 0 ? 1 : ")]}".indexOf(c) >= 0 ? -1 : 0;
        }
        return depth;
    }

    private void run() {
        while (at < code.length()) {
            if (code.startsWith("//", at)) {
                blankUntil("\n", 0);
            } else if (code.startsWith("/*", at)) {
                openComment = code.indexOf("*/", at + 2) < 0 ? at : -1;
                blankUntil("*/", 2);
            } else if (code.startsWith("\"\"\"", at)) {
                literal("\"\"\"");
            } else if (code.charAt(at) == '"' || code.charAt(at) == '\'') {
                literal(code.substring(at, at + 1));
            } else {
                at++;
            }
        }
    }

    private void blankUntil(String end, int endLength) {
        int found = code.indexOf(end, at + endLength);
        int stop = found < 0 ? code.length() : found + endLength;
        for (; at < stop; at++) {
            blank();
        }
    }

    /// Quotes stay in the mask. A literal of one quote ends with its line even when its end is
    /// missing.
    private void literal(String quote) {
        at += quote.length();
        while (at < code.length() && !code.startsWith(quote, at)) {
            if (quote.length() == 1 && code.charAt(at) == '\n') {
                return;
            }
            if (code.charAt(at) == '\\' && at + 1 < code.length()) {
                blank();
                at++;
            }
            blank();
            at++;
        }
        at = Math.min(code.length(), at + quote.length());
    }

    private void blank() {
        if (code.charAt(at) != '\n') {
            mask.setCharAt(at, ' ');
        }
    }
}
