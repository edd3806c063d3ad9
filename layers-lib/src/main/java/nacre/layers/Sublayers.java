package nacre.layers;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;

/// Finds the layers inside a layer: those in its fields, also in lists, in the order of the source.
final class Sublayers {
    private Sublayers() {}

    static List<Layer> of(Layer layer) {
        var found = new ArrayList<Layer>();
        collect(layer, layer.getClass(), found);
        return found;
    }

    private static void collect(Layer layer, Class<?> type, List<Layer> found) {
        if (type == Layer.class) {
            return;
        }
        collect(layer, type.getSuperclass(), found);
        for (Field field : type.getDeclaredFields()) {
            if (!Modifier.isStatic(field.getModifiers()) && mayHold(field.getType())) {
                try {
                    field.setAccessible(true);
                    add(field.get(layer), found);
                } catch (IllegalAccessException e) {
                    throw new IllegalStateException(e);
                }
            }
        }
    }

    private static boolean mayHold(Class<?> type) {
        return Layer.class.isAssignableFrom(type)
                || type == List.class
                || type == Object.class
                || type.isInterface(); // such as an activation function, which may be a layer
    }

    private static void add(@org.jspecify.annotations.Nullable Object value, List<Layer> found) {
        if (value instanceof Layer inner && !found.contains(inner)) {
            found.add(inner);
        } else if (value instanceof LayerHolder holder) {
            add(holder.layer(), found);
        } else if (value instanceof List<?> list) {
            list.forEach(item -> add(item, found));
        }
    }
}
