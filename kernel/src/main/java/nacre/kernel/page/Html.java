package nacre.kernel.page;

/// Text that is safe inside a page.
final class Html {
    private Html() {}

    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    static String span(String style, String text) {
        return "<span class=\"" + style + "\">" + escape(text) + "</span>";
    }
}
