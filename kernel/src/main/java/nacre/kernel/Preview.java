package nacre.kernel;

import static java.lang.invoke.MethodType.methodType;

import java.lang.invoke.MethodHandles;
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
            Class<?> features = Class.forName("jdk.internal.misc.PreviewFeatures");
            return (boolean)
                    MethodHandles.lookup()
                            .findStatic(features, "isEnabled", methodType(boolean.class))
                            .invokeExact();
        } catch (Throwable e) {
            return false;
        }
    }
}
