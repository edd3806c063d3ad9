package nacre.display;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Writes a list of things that show themselves as HTML, such as the tensors of `getWeights()`, one
/// below the other, each with its place in the list.
final class Stacks {
    private static final int MOST = 24;

    private Stacks() {}

    /// The HTML of `value`, or null if it is no list, or one of its elements has none of its own.
    static @Nullable String of(@Nullable Object value) {
        if (!(value instanceof List<?> list) || list.isEmpty()) {
            return null;
        }
        var html = new StringBuilder();
        for (int i = 0; i < Math.min(list.size(), MOST); i++) {
            Optional<String> element = element(list.get(i));
            if (element.isEmpty()) {
                return null;
            }
            html.append("<p><code>").append(i).append("</code></p>").append(element.get());
        }
        if (list.size() > MOST) {
            html.append("<p>… of ").append(list.size()).append("</p>");
        }
        return html.toString();
    }

    private static Optional<String> element(@Nullable Object element) {
        return element == null ? Optional.empty() : new Forms(element, new ArrayList<>()).html();
    }
}
