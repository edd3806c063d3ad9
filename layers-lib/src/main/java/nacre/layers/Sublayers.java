package nacre.layers;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nacre.layers.config.Names;
import org.jspecify.annotations.Nullable;

/// Finds the layers inside a layer: those in its fields, also in lists, in the order of the source.
final class Sublayers {
    private Sublayers() {}

    static List<Layer> of(Layer layer) {
        var found = new ArrayList<Layer>();
        named(layer).values().forEach(value -> add(value, found));
        return found;
    }

    /// The layers, and the lists of layers, by the names of their fields in Python's spelling.
    static Map<String, Object> named(Layer layer) {
        var found = new LinkedHashMap<String, Object>();
        collect(layer, layer.getClass(), found);
        return found;
    }

    private static void collect(Layer layer, Class<?> type, Map<String, Object> found) {
        if (type == Layer.class) {
            return;
        }
        collect(layer, type.getSuperclass(), found);
        for (Field field : type.getDeclaredFields()) {
            if (!Modifier.isStatic(field.getModifiers()) && mayHold(field.getType())) {
                try {
                    field.setAccessible(true);
                    Object value = field.get(layer);
                    if (holdsLayers(value)) {
                        found.put(Names.key(field.getName()), value);
                    }
                } catch (IllegalAccessException e) {
                    throw new IllegalStateException(e);
                }
            }
        }
    }

    private static boolean holdsLayers(@Nullable Object value) {
        return value instanceof Layer
                || value instanceof LayerHolder
                || (value instanceof List<?> list
                        && list.stream().anyMatch(Sublayers::holdsLayers));
    }

    private static boolean mayHold(Class<?> type) {
        return Layer.class.isAssignableFrom(type)
                || type == List.class
                || type == Object.class
                || type.isInterface(); // such as an activation function, which may be a layer
    }

    private static void add(@Nullable Object value, List<Layer> found) {
        if (value instanceof Layer inner && !found.contains(inner)) {
            found.add(inner);
        } else if (value instanceof LayerHolder holder) {
            add(holder.layer(), found);
        } else if (value instanceof List<?> list) {
            list.forEach(item -> add(item, found));
        }
    }
}
