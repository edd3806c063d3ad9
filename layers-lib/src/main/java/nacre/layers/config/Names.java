package nacre.layers.config;

import java.util.Locale;
import java.util.regex.Pattern;

/// Names in Java's and in Python's spelling.
public final class Names {
    private Names() {}

    /// Keras's snake case: `Conv2DTranspose` gives `conv2d_transpose`, `ReLU` gives `re_lu`,
    /// `kernelSize` `kernel_size`.
    public static String snake(String camel) {
        return camel.replaceAll("(.)([A-Z][a-z]+)", "$1_$2")
                .replaceAll("([a-z])([A-Z])", "$1_$2")
                .toLowerCase(Locale.ROOT);
    }

    /// What Keras numbers the objects of a class by and calls them in files: the class in snake
    /// case. One class has another name inside of Keras than outside.
    public static String base(String className) {
        return className.equals("GroupQueryAttention")
                ? "grouped_query_attention"
                : snake(className);
    }

    /// The key of an option: `kernelSize` gives `kernel_size`, `sparseYTrue` `sparse_y_true`,
    /// `beta1` `beta_1`.
    public static String key(String field) {
        return field.replaceAll("_$", "") // `synchronized_`: a reserved word in Java
                .replaceAll("([a-z0-9])([A-Z])", "$1_$2")
                .replaceAll("([A-Z])([A-Z][a-z])", "$1_$2")
                .toLowerCase(Locale.ROOT)
                .replaceAll("(beta|epsilon)(\\d)", "$1_$2");
    }

    /// Java's spelling of a key: `use_causal_mask` gives `useCausalMask`.
    public static String camel(String key) {
        return Pattern.compile("_(.)")
                .matcher(key)
                .replaceAll(found -> found.group(1).toUpperCase(Locale.ROOT));
    }

    /// A class name for a name in any spelling: letters and digits only, lower case, for comparing.
    public static String bare(String name) {
        return name.replaceAll("[^A-Za-z0-9]", "").toLowerCase(Locale.ROOT);
    }
}
