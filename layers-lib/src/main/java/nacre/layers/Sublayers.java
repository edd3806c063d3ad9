package nacre.layers;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;

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
            try {
                add(field.get(layer), found);
            } catch (IllegalAccessException e) {
                throw new IllegalStateException(e);
            }
        }
        return found;
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
