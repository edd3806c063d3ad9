package nacre.kernel.page;

import org.commonmark.node.CustomBlock;

/// A formula between two lines of `$$`.
final class MathBlock extends CustomBlock {
    private final StringBuilder tex = new StringBuilder();

    void add(CharSequence line) {
        tex.append(line).append('\n');
    }

    String tex() {
        return tex.toString().strip();
    }
}
