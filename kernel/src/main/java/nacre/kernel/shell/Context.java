package nacre.kernel.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// The code before the cursor in a form that JShell can look into.
///
/// JShell looks at one snippet at a time and knows nothing of those before it in the same cell. So
/// the variables and classes that stand before the cursor are put together as if they were in the
/// body of one method. Imports and methods cannot stand there, calls and loops say nothing.
///
/// @param text the code, up to the cursor and no further
/// @param shift how much further back a position is in the cell than in the text
/// @param start where in the text the snippet begins in which the cursor is
/// @param methods those that stand before it in the cell
record Context(String text, int shift, int start, String methods) {
    private static final Pattern IMPORT = Pattern.compile("\\s*import\\b.*", Pattern.DOTALL);
    private static final Pattern STATEMENT = // it declares nothing that can be seen behind it
            Pattern.compile(
                    "\\s*(?:(?:for|while|if|else|do|try|catch|finally|switch|throw|assert)\\b"
                            + "|[\\p{L}_$][\\w.]*\\s*\\()");

    private static final Pattern METHOD =
            Pattern.compile(
                    "\\s*(?!new\\b|return\\b|else\\b|(?:\\w+\\s+)*record\\s)[\\w.<>\\[\\], ?]+\\s+\\w+\\s*\\([^)]*\\)[\\w\\s,.]*\\{.*",
                    Pattern.DOTALL);

    /// @param before the code before the cursor
    static Context of(String before) {
        List<Integer> ends = ends(Source.mask(before));
        int last = ends.getLast();
        String current = before.substring(last);
        if (IMPORT.matcher(current).matches() || isMethod(current)) {
            return new Context(current, last, 0, methods(before, ends));
        }
        var text = new StringBuilder();
        for (int i = 1; i < ends.size(); i++) {
            String piece = before.substring(ends.get(i - 1), ends.get(i));
            String mask = Source.mask(piece);
            if (!IMPORT.matcher(mask).matches()
                    && !METHOD.matcher(mask).matches()
                    && !STATEMENT.matcher(mask).lookingAt()) {
                text.append(piece).append('\n');
            }
        }
        if (!text.isEmpty()) {
            text.insert(0, ';'); // a statement first: then JShell takes it all for statements
        }
        int start = text.length();
        String all = text.append(current).toString();
        return new Context(all, last - start, start, methods(before, ends));
    }

    private static String methods(String before, List<Integer> ends) {
        return IntStream.range(1, ends.size())
                .mapToObj(i -> before.substring(ends.get(i - 1), ends.get(i)))
                .filter(Context::isMethod)
                .collect(Collectors.joining());
    }

    /// The text behind the methods: javac can be shown both.
    String withMethods() {
        String head = isMethod(text) ? "" : Bodies.METHOD;
        return methods.isEmpty() ? text : methods + head + text;
    }

    /// Where statements and declarations may end that stand in no others. One too many does no
    /// harm: what is cut there is put together again.
    private static List<Integer> ends(String mask) {
        var ends = new ArrayList<Integer>(List.of(0));
        int depth = 0;
        for (int i = 0; i < mask.length(); i++) {
            char c = mask.charAt(i);
            depth += "([{".indexOf(c) >= 0 ? 1 : ")]}".indexOf(c) >= 0 ? -1 : 0;
            depth = Math.max(0, depth);
            if (depth == 0 && (c == ';' || c == '}')) {
                ends.add(i + 1);
            }
        }
        return ends;
    }

    static boolean isMethod(String code) {
        return METHOD.matcher(Source.mask(code)).matches();
    }
}
