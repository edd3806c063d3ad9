package nacre.kernel.shell;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A place between the parentheses of a call: `activation(…)`.
///
/// @param method what is called
/// @param argument the number of the argument there, from 0
record ArgumentPlace(String method, int argument) {
    private static final Pattern METHOD = Pattern.compile("([\\p{L}_$][\\p{L}\\p{N}_$]*)\\s*$");

    /// The innermost call that is open at the end of a mask.
    ///
    /// @param mask code as [Source#mask] gives it
    static Optional<ArgumentPlace> atEnd(String mask) {
        int open = opening(mask);
        Matcher method = METHOD.matcher(open < 0 ? "" : mask.substring(0, open));
        return method.find()
                ? Optional.of(new ArgumentPlace(method.group(1), commas(mask, open)))
                : Optional.empty();
    }

    /// The last parenthesis that is still open; -1 if there is none.
    private static int opening(String mask) {
        int depth = 0;
        for (int i = mask.length() - 1; i >= 0; i--) {
            char c = mask.charAt(i);
            depth += ")]}".indexOf(c) >= 0 ? 1 : "([{".indexOf(c) >= 0 ? -1 : 0;
            if (depth < 0) {
                return c == '(' ? i : -1;
            }
        }
        return -1;
    }

    /// How many arguments stand behind that parenthesis already.
    private static int commas(String mask, int open) {
        int depth = 0;
        int commas = 0;
        for (int i = open + 1; i < mask.length(); i++) {
            char c = mask.charAt(i);
            depth += "([{".indexOf(c) >= 0 ? 1 : ")]}".indexOf(c) >= 0 ? -1 : 0;
            commas += c == ',' && depth == 0 ? 1 : 0;
        }
        return commas;
    }
}
