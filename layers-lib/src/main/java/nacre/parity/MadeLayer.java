package nacre.parity;

import java.lang.reflect.InvocationTargetException;
import java.util.LinkedHashMap;
import java.util.Map;
import nacre.layers.Layer;
import nacre.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/// Makes the layer of a case, and compares its config.
final class MadeLayer {
    private MadeLayer() {}

    /// The layer from `args` and `kwargs`, so that defaults are tested; without them, from
    /// `config`.
    static Layer of(Case expectation) {
        if (expectation.fields().containsKey("args")
                || expectation.fields().containsKey("kwargs")) {
            return Made.from(
                    Layer.class,
                    expectation.text("layer"),
                    expectation.list("args"),
                    expectation.map("kwargs"));
        }
        return Layer.of(expectation.need("config"));
    }

    /// The config must be Keras's, made from arguments (the name is then counted, not given) or
    /// from the config.
    static void compare(Checks checks, Case expectation, Layer layer) {
        Object want = expectation.get("config");
        if (want == null) {
            return;
        }
        boolean named =
                !expectation.fields().containsKey("kwargs")
                        || expectation.map("kwargs").containsKey("name");
        String name = named ? null : layer.name();
        Made.compare(checks, "config", layer, name == null ? want : renamed(want, name));
        Layer again = Layer.of(want);
        Made.compare(checks, "config of the layer made from the config", again, want);
    }

    private static Object renamed(Object serialized, String name) {
        var copy = new LinkedHashMap<>(Case.asMap(serialized));
        var config = new LinkedHashMap<>(Case.asMap(copy.get("config")));
        if (config.containsKey("name")) {
            config.put("name", name);
        }
        copy.put("config", config);
        return copy;
    }

    /// Lets a preprocessing layer learn from data.
    static void adapt(Layer layer, Object data) {
        run(layer, "adapt", Map.of(Tensor.class, Arrays.tensor(data)));
    }

    static void resetStates(Layer layer) {
        run(layer, "resetStates", Map.of());
    }

    /// Calls a method that only some layers have.
    private static void run(Layer layer, String method, Map<Class<?>, @Nullable Object> arguments) {
        try {
            Class<?>[] types = arguments.keySet().toArray(Class<?>[]::new);
            Object unused =
                    layer.getClass()
                            .getMethod(method, types)
                            .invoke(layer, arguments.values().toArray());
        } catch (InvocationTargetException e) {
            throw e.getCause() instanceof RuntimeException cause
                    ? cause
                    : new IllegalStateException(e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new UnsupportedOperationException(
                    layer.getClass().getSimpleName() + " has no " + method, e);
        }
    }
}
