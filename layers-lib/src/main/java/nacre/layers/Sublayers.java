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

    /// The fields of a class that may hold layers, found once: training asks at every step.
    private static final ClassValue<List<Field>> HOLDERS =
            new ClassValue<>() {
                @Override
                protected List<Field> computeValue(Class<?> type) {
                    var fields = new ArrayList<Field>();
                    collect(type, fields);
                    return fields;
                }
            };

    static List<Layer> of(Layer layer) {
        var found = new ArrayList<Layer>();
        for (Field field : HOLDERS.get(layer.getClass())) {
            add(value(field, layer), found);
        }
        return found;
    }

    /// The layers, and the lists of layers, by the names of their fields in Python's spelling.
    static Map<String, Object> named(Layer layer) {
        var found = new LinkedHashMap<String, Object>();
        for (Field field : HOLDERS.get(layer.getClass())) {
            Object value = value(field, layer);
            if (holdsLayers(value)) {
                found.put(Names.key(field.getName()), value);
            }
        }
        return found;
    }

    private static @Nullable Object value(Field field, Layer layer) {
        try {
            return field.get(layer);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void collect(Class<?> type, List<Field> fields) {
        if (type == Layer.class) {
            return;
        }
        collect(type.getSuperclass(), fields);
        for (Field field : type.getDeclaredFields()) {
            if (!Modifier.isStatic(field.getModifiers()) && mayHold(field.getType())) {
                field.setAccessible(true);
                fields.add(field);
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
