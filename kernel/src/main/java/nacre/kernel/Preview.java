package nacre.kernel;

import java.util.List;

/// What this Java only tries out; cells can use it if Java was started with `--enable-preview`.
final class Preview {
    private Preview() {}

    /// The options with which cells have to be compiled.
    static List<String> compilerOptions() {
        return isOn()
                ? List.of(
                        "--enable-preview", "-source", String.valueOf(Runtime.version().feature()))
                : List.of();
    }

    private static boolean isOn() {
        try {
            return (boolean)
                    Class.forName("jdk.internal.misc.PreviewFeatures")
                            .getMethod("isEnabled")
                            .invoke(null);
        } catch (ReflectiveOperationException | LinkageError e) {
            return false;
        }
    }
}
