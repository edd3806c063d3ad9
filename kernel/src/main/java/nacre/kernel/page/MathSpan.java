package nacre.kernel.page;

import org.commonmark.node.CustomNode;

/// A formula inside a paragraph: `$x^2$`, or `$$x^2$$` on a line of its own.
final class MathSpan extends CustomNode {
    private final String tex;
    private final boolean display;

    MathSpan(String tex, boolean display) {
        this.tex = tex;
        this.display = display;
    }

    String tex() {
        return tex;
    }

    boolean display() {
        return display;
    }
}
