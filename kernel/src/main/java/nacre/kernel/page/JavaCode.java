package nacre.kernel.page;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.lang.model.SourceVersion;

/// Colours Java code: one `<span>` for each comment, string, number, keyword, type, call and
/// annotation.
final class JavaCode {
    private static final Pattern TOKEN =
            Pattern.compile(
                    """
                    (?<comment>//[^\\n]*|/\\*[\\s\\S]*?(?:\\*/|\\z))\
                    |(?<string>\"""[\\s\\S]*?(?:\"""|\\z)|"(?:\\\\.|[^"\\\\\\n])*"?|'(?:\\\\.|[^'\\\\\\n])*'?)\
                    |(?<magic>(?m:^%.*$))\
                    |(?<annotation>@\\w+)\
                    |(?<number>\\b\\d[\\w.]*(?:(?<=[eE])[+-]\\d+)?[fFdDlL]?)\
                    |(?<word>\\b[\\p{L}_$][\\w$]*)""");

    /// Words that are keywords where a notebook uses them, though not everywhere in Java.
    private static final Set<String> CONTEXTUAL =
            Set.of("var", "record", "sealed", "permits", "yield", "when");

    private JavaCode() {}

    static String html(String code) {
        var html = new StringBuilder();
        int done = 0;
        Matcher token = TOKEN.matcher(code);
        while (token.find()) {
            html.append(Html.escape(code.substring(done, token.start())));
            String style = style(token, code);
            html.append(
                    style.isEmpty() ? Html.escape(token.group()) : Html.span(style, token.group()));
            done = token.end();
        }
        return html.append(Html.escape(code.substring(done))).toString();
    }

    private static String style(Matcher token, String code) {
        for (String group : new String[] {"comment", "string", "magic", "annotation", "number"}) {
            if (token.group(group) != null) {
                return group;
            }
        }
        String word = token.group("word");
        boolean member = token.start() > 0 && code.charAt(token.start() - 1) == '.';
        if (!member && (SourceVersion.isKeyword(word) || CONTEXTUAL.contains(word))) {
            return "keyword";
        }
        if (Character.isUpperCase(word.charAt(0))) {
            return "type";
        }
        return code.startsWith("(", token.end()) ? "call" : "";
    }
}
