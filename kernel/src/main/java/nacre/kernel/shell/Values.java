package nacre.kernel.shell;

import java.lang.reflect.Array;
import java.util.StringJoiner;
import nacre.display.Display;
import org.jspecify.annotations.Nullable;

/// How a value looks when nobody says better: arrays by their elements, everything else by its own
/// methods.
final class Values {
    private static final int MOST = 1_000;

    private Values() {}

    static Display display(@Nullable Object value) {
        return Display.of(value != null && value.getClass().isArray() ? array(value) : value);
    }

    private static String array(Object array) {
        int length = Array.getLength(array);
        var text = new StringJoiner(", ", "[", "]");
        for (int i = 0; i < Math.min(length, MOST); i++) {
            Object element = Array.get(array, i);
            text.add(
                    element != null && element.getClass().isArray()
                            ? array(element)
                            : String.valueOf(element));
        }
        if (length > MOST) {
            text.add("… " + (length - MOST) + " more");
        }
        return text.toString();
    }
}
