package nacre.kernel.shell;

import java.util.List;

/// What could be typed at the cursor.
///
/// @param start where the text to be replaced begins, in UTF-16 units
/// @param end where it ends
/// @param items the proposals, best first
public record Completion(int start, int end, List<Item> items) {
    public Completion {
        items = List.copyOf(items);
    }

    /// One proposal.
    ///
    /// @param text what replaces the text from `start` to `end`
    /// @param kind `class`, `function`, `instance`, `keyword`, `module` …, as Jupyter names them
    /// @param signature parameters and type, empty if there are none
    public record Item(String text, String kind, String signature) {
        /// What the proposal names: `add` for `add(`.
        String name() {
            return text.replaceAll("\\W.*", "");
        }
    }
}
