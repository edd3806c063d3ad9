package nacre.kernel.shell;

import java.util.List;
import java.util.Set;

/// What of the names that could be typed is likelier to be meant.
final class Likely {
    private static final Set<String> OF_ALL = // objects; nobody looks for them
            Set.of("class", "clone", "finalize", "notify", "notifyAll", "wait");
    private static final Set<String> EVERYDAY =
            Set.of(
                    "Adam",
                    "ArrayList",
                    "Arrays",
                    "Collectors",
                    "Conv2D",
                    "Dense",
                    "Dropout",
                    "Files",
                    "Flatten",
                    "HashMap",
                    "HashSet",
                    "IO",
                    "Input",
                    "IntStream",
                    "Integer",
                    "LSTM",
                    "LinkedHashMap",
                    "List",
                    "Map",
                    "Math",
                    "MaxPooling2D",
                    "Object",
                    "Optional",
                    "Path",
                    "Plot",
                    "Random",
                    "Scanner",
                    "Sequential",
                    "Set",
                    "Shape",
                    "Stream",
                    "String",
                    "StringBuilder",
                    "System",
                    "Tensor",
                    "Thread",
                    "length");

    private Likely() {}

    static boolean isOfAll(String name) {
        return OF_ALL.contains(name);
    }

    /// Less for what is likelier: classes of every day before others, exceptions last.
    static int rank(String name) {
        if (EVERYDAY.contains(name)) {
            return 0;
        }
        return name.endsWith("Exception") || name.endsWith("Error") ? 2 : 1;
    }

    /// The place in a list of names; behind it for those that are not in it.
    static int place(String name, List<String> names) {
        int place = names.indexOf(name);
        return place < 0 ? names.size() : place;
    }
}
