package nacre.layers.catalogue;

import nacre.display.Display;

/// Lines of documentation as HTML.
final class Html {
    private Html() {}

    /// Text with `code` and [links](…) in it.
    static String of(String markdown) {
        return Display.escape(markdown)
                .replaceAll("`([^`]+)`", "<code>$1</code>")
                .replaceAll("\\[([^]]+)]\\((https?://[^)]+)\\)", "<a href=\"$2\">$1</a>")
                .replaceAll("\\[#?(\\w+)]", "<code>$1</code>");
    }
}
