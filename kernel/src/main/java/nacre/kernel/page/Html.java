package nacre.kernel.page;

import nacre.display.Display;

/// Text that is safe inside a page.
final class Html {
    private Html() {}

    static String escape(String text) {
        return Display.escape(text).replace("\"", "&quot;");
    }

    static String span(String style, String text) {
        return "<span class=\"" + style + "\">" + escape(text) + "</span>";
    }
}
