package nacre.kernel.shell;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nacre.display.Choices;

/// A place between the parentheses of a call: `activation(…)`.
///
/// @param type the class of what it is called on, where that is made there: `new Dense(3).…`; empty
///   if it is not known
/// @param method what is called
/// @param argument the number of the argument there, from 0
/// @param end where the method's name ends
record ArgumentPlace(String type, String method, int argument, int end) {
    private static final Pattern METHOD = Pattern.compile("([\\p{L}_$][\\p{L}\\p{N}_$]*)\\s*$");
    private static final Pattern NEW = Pattern.compile("\\bnew\\s+(?:\\w+\\.)*$");

    /// The innermost call that is open at the end of a mask.
    ///
    /// @param mask code as [Source#mask] gives it
    static Optional<ArgumentPlace> atEnd(String mask) {
        int open = opening(mask);
        Matcher method = METHOD.matcher(open < 0 ? "" : mask.substring(0, open));
        return method.find()
                ? Optional.of(
                        new ArgumentPlace(
                                made(mask.substring(0, method.start())),
                                method.group(1),
                                commas(mask, open),
                                method.end(1)))
                : Optional.empty();
    }

    /// The texts that the argument can be.
    List<String> choices() {
        return Choices.all(type, method, argument);
    }

    /// The class of which a chain of calls that ends with a dot makes its object.
    private static String made(String chain) {
        String before = chain.stripTrailing();
        while (before.endsWith(".")) {
            String call = before.substring(0, before.length() - 1).stripTrailing();
            if (!call.endsWith(")")) {
                return "";
            }
            int open = opening(call.substring(0, call.length() - 1));
            Matcher name = METHOD.matcher(call.substring(0, Math.max(0, open)));
            if (!name.find()) {
                return "";
            }
            before = call.substring(0, name.start());
            if (NEW.matcher(before).find()) {
                return name.group(1);
            }
            before = before.stripTrailing();
        }
        return "";
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
