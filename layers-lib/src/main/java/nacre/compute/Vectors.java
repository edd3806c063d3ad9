package nacre.compute;

import java.util.Locale;
import java.util.Optional;

/// Decides once, at start, whether the Vector API is used.
///
/// It is an incubator module: present only if the JVM was started with `--add-modules
/// jdk.incubator.vector`. No class of it is touched unless [#ON] is true. Without the optimizing
/// compiler, or without the instruction of [MultiplyAdd], its code would be slower than plain
/// loops, so then it stays off as well; `-Dnacre.vectors=off` turns it off by hand.
public final class Vectors {
    /// Fewer lanes than this do not pay.
    private static final int FEWEST = 4;

    /// How many numbers one vector holds; 1 without the Vector API.
    static final int LANES = lanes();

    static final boolean ON = LANES > 1;

    /// Whether there are 32 vector registers, as with AVX-512 and on ARM, or only 16.
    static final boolean MANY_REGISTERS = LANES >= 16 || arch().equals("aarch64");

    private Vectors() {}

    /// What to do to make everything quicker, if the JVM was started without the Vector API; empty
    /// if there is nothing to do.
    public static Optional<String> advice() {
        return isPresent()
                ? Optional.empty()
                : Optional.of(
                        "Nacre runs without vector instructions, many times slower than it could."
                                + " Start Java with --add-modules jdk.incubator.vector to use them.");
    }

    private static int lanes() {
        boolean optimizing =
                System.getProperty("java.vm.info", "").startsWith("mixed mode")
                        && !System.getProperty("java.vm.info", "").contains("emulated-client");
        boolean wanted = !System.getProperty("nacre.vectors", "on").equals("off");
        boolean pays = optimizing && MultiplyAdd.FUSED;
        int lanes = isPresent() && pays && wanted ? Lanes.COUNT : 1;
        return lanes >= FEWEST ? lanes : 1;
    }

    /// Whether the classes can be found: since the start of the JVM, or because the kernel has
    /// added the module since.
    private static boolean isPresent() {
        try {
            Class.forName("jdk.incubator.vector.FloatVector", false, null);
            return true;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }

    private static String arch() {
        return System.getProperty("os.arch", "").toLowerCase(Locale.ROOT);
    }
}
