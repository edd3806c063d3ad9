package nacre.kernel.shell;

import java.util.regex.Pattern;

/// Turns Javadoc, in its old form with HTML or its new one, into Markdown that reads well in a
/// notebook.
final class DocText {
    private static final Pattern CODE =
            Pattern.compile("\\{@(?:code|literal|value|index|systemProperty)\\s+([^{}]*)}");
    private static final Pattern LINK =
            Pattern.compile("\\{@link(?:plain)?\\s+([^\\s{}]+)(?:\\s+([^{}]*))?}");
    private static final Pattern SNIPPET =
            Pattern.compile("\\{@snippet[^:]*:\\s*\\n(.*?)\\n\\s*}", Pattern.DOTALL);
    private static final Pattern PRE =
            Pattern.compile("<pre>(.*?)</pre>", Pattern.DOTALL | Pattern.CASE_INSENSITIVE);
    private static final Pattern TAG =
            Pattern.compile("(?m)^\\s*@(param|return|throws|exception|since|see)\\b\\s*(.*)$");

    private static final Pattern DOC_LINK = // in `///` comments: [Dense], [#of]
            Pattern.compile("(?<![\\w\\]`])\\[#?((?<=#)\\w+|\\p{Lu}\\w*[a-z]\\w*)](?![(\\[:])");
    private static final Pattern TYPE_PARAMETER = Pattern.compile("@param\\s+<(\\w+)>\\s");

    private DocText() {}

    static String markdown(String javadoc) {
        String text =
                javadoc.lines()
                        .map(line -> line.replaceFirst("^ ", ""))
                        .reduce((a, b) -> a + "\n" + b)
                        .orElse("");
        text = TYPE_PARAMETER.matcher(text).replaceAll("@param $1 ");
        text = DOC_LINK.matcher(text).replaceAll("`$1`");
        text = replace(SNIPPET, text, m -> "\n```java\n" + m.group(1) + "\n```\n");
        text =
                replace(
                        PRE,
                        text,
                        m ->
                                "\n```java\n"
                                        + m.group(1)
                                                .replaceAll("\\{@code|^}|</?[a-z]+>", "")
                                                .strip()
                                        + "\n```\n");
        text = replace(CODE, text, m -> "`" + m.group(1).strip() + "`");
        text =
                replace(
                        LINK,
                        text,
                        m ->
                                "`"
                                        + (m.group(2) != null
                                                ? m.group(2)
                                                : m.group(1)
                                                        .replaceFirst("^#", "")
                                                        .replace('#', '.'))
                                        + "`");
        text =
                text.replaceAll("(?i)</?(p|div|ul|ol|dl|table|tr|blockquote)\\b[^>]*>", "\n\n")
                        .replaceAll("(?i)<(li|dt|dd)\\b[^>]*>", "\n- ")
                        .replaceAll("(?i)</?(b|strong)>", "**")
                        .replaceAll("(?i)</?(i|em|var)>", "*")
                        .replaceAll("(?i)</?(code|tt)>", "`")
                        .replaceAll("(?i)<h\\d\\b[^>]*>", "\n\n#### ")
                        .replaceAll("(?i)<sup>([^<]*)</sup>", "^$1")
                        .replaceAll("(?m)^\\s*@(api|impl)(Note|Spec)\\s*", "\n")
                        .replaceAll("</?[a-zA-Z][^>]*>", "")
                        .replaceAll("\\{@inheritDoc}", "")
                        .replace("&lt;", "<")
                        .replace("&gt;", ">")
                        .replace("&nbsp;", " ")
                        .replace("&pi;", "π")
                        .replace("&amp;", "&");
        text = replace(TAG, text, DocText::tag);
        return text.replaceAll("[ \\t]+\\n", "\n").replaceAll("\\n{3,}", "\n\n").strip();
    }

    private static String tag(java.util.regex.MatchResult tag) {
        String rest = tag.group(2).strip();
        return switch (tag.group(1)) {
            case "param" ->
                    "- `" + rest.replaceFirst("\\s+", "` ") + (rest.contains(" ") ? "" : "`");
            case "return" -> "- returns " + rest;
            case "throws", "exception" ->
                    "- throws `"
                            + rest.replaceFirst("\\s+", "` ")
                            + (rest.contains(" ") ? "" : "`");
            case "since" -> "- since " + rest;
            default -> "- see " + rest;
        };
    }

    /// What stands before the first empty line.
    static String firstParagraph(String markdown) {
        int end = markdown.indexOf("\n\n");
        return end < 0 ? markdown : markdown.substring(0, end);
    }

    private static String replace(
            Pattern pattern,
            String text,
            java.util.function.Function<java.util.regex.MatchResult, String> by) {
        return pattern.matcher(text)
                .replaceAll(found -> java.util.regex.Matcher.quoteReplacement(by.apply(found)));
    }
}
