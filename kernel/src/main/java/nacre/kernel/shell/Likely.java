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

    /// Of every day too, where only some classes can stand: behind `new`, `<`, `catch (`.
    private static final Set<String> COMMON =
            Set.of(
                    "ArithmeticException",
                    "ArrayDeque",
                    "AtomicInteger",
                    "AutoCloseable",
                    "BatchNormalization",
                    "BigDecimal",
                    "BigInteger",
                    "Boolean",
                    "BufferedReader",
                    "Callable",
                    "Character",
                    "Comparable",
                    "Comparator",
                    "Double",
                    "Embedding",
                    "Exception",
                    "File",
                    "Function",
                    "GRU",
                    "GlobalAveragePooling2D",
                    "IOException",
                    "IllegalArgumentException",
                    "IllegalStateException",
                    "IndexOutOfBoundsException",
                    "InterruptedException",
                    "Iterable",
                    "Iterator",
                    "Layer",
                    "LayerNormalization",
                    "LinkedList",
                    "Long",
                    "Model",
                    "NoSuchElementException",
                    "NullPointerException",
                    "Number",
                    "NumberFormatException",
                    "PriorityQueue",
                    "Rescaling",
                    "Runnable",
                    "RuntimeException",
                    "SGD",
                    "StringJoiner",
                    "Supplier",
                    "TreeMap",
                    "TreeSet",
                    "UncheckedIOException",
                    "UnsupportedOperationException");

    /// What other classes extend or implement.
    private static final Set<String> FOUNDATIONS =
            Set.of(
                    "AutoCloseable",
                    "Callable",
                    "Comparable",
                    "Comparator",
                    "Exception",
                    "Function",
                    "Iterable",
                    "Iterator",
                    "Layer",
                    "Runnable",
                    "RuntimeException",
                    "Supplier",
                    "Thread");

    private Likely() {}

    static boolean isFoundation(String type) {
        return FOUNDATIONS.contains(type);
    }

    static boolean isOfEveryDay(String type) {
        return EVERYDAY.contains(type) || COMMON.contains(type);
    }

    static boolean isOfAll(String name) {
        return OF_ALL.contains(name);
    }

    /// Less for what is likelier: classes of every day before others, exceptions last.
    static int rank(String name) {
        if (isOfEveryDay(name)) {
            return EVERYDAY.contains(name) ? 0 : 1;
        }
        return name.endsWith("Exception") || name.endsWith("Error") ? 3 : 2;
    }

    /// The place in a list of names; behind it for those that are not in it.
    static int place(String name, List<String> names) {
        int place = names.indexOf(name);
        return place < 0 ? names.size() : place;
    }
}
