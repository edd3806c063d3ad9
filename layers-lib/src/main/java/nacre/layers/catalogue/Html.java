package nacre.layers.catalogue;

/// Lines of documentation as HTML.
final class Html {
    private Html() {}

    static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;");
    }

    /// Text with `code` and [links](…) in it.
    static String of(String markdown) {
        return escape(markdown)
                .replaceAll("`([^`]+)`", "<code>$1</code>")
                .replaceAll("\\[([^]]+)]\\((https?://[^)]+)\\)", "<a href=\"$2\">$1</a>")
                .replaceAll("\\[#?(\\w+)]", "<code>$1</code>");
    }
}
