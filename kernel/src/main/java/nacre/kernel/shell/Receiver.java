package nacre.kernel.shell;

/// The value before a dot: `new Dense(3)` in `var d = 1 + new Dense(3).`.
final class Receiver {
    private static final String NEW = "new";
    private static final String CLOSING = ")]>";
    private static final String OPENING = "([<";

    private final String mask;
    private int start;

    private Receiver(String mask) {
        this.mask = mask;
        this.start = mask.length();
    }

    /// @param head code that ends with a dot; empty if it does not
    static String of(String head) {
        String before = head.stripTrailing();
        if (!before.endsWith(".")) {
            return "";
        }
        String code = before.substring(0, before.length() - 1).stripTrailing();
        var receiver = new Receiver(Source.mask(code));
        receiver.goBack();
        return code.substring(receiver.start);
    }

    private void goBack() {
        while (start > 0) {
            char last = mask.charAt(start - 1);
            int pair = CLOSING.indexOf(last);
            if (pair >= 0) {
                start = opening(last, OPENING.charAt(pair));
            } else if (last == '"') {
                start = Math.max(0, mask.lastIndexOf('"', start - 2));
            } else if (Character.isJavaIdentifierPart(last) || last == '.') {
                start--;
            } else if (Character.isWhitespace(last)
                    && start < mask.length()
                    && mask.charAt(start) == '.') {
                start--; // the call stands on a line of its own
            } else {
                break;
            }
        }
        String before = mask.substring(0, start).stripTrailing();
        if (before.endsWith(NEW)) {
            start = before.length() - NEW.length();
        }
    }

    private int opening(char close, char open) {
        int depth = 0;
        for (int i = start - 1; i >= 0; i--) {
            char c = mask.charAt(i);
            depth += c == close ? 1 : c == open ? -1 : 0;
            if (depth == 0) {
                return i;
            }
        }
        return 0;
    }
}
