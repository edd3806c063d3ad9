package nacre.layers.config;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Remembers, while a whole model is written or read, which objects were met before, so that one
/// that is used in two places is one again when it is read. Files number such objects by
/// `shared_object_id`.
public final class Sharing {
    private static final String ID = "shared_object_id";
    private static final ScopedValue<Sharing> CURRENT = ScopedValue.newInstance();

    private final Map<Object, Map<String, @Nullable Object>> written = new IdentityHashMap<>();
    private final Map<Object, Object> read = new HashMap<>();

    private Sharing() {}

    /// Does the work with a memory of its own, or with that of the work around it.
    public static <T> T during(Supplier<T> work) {
        return CURRENT.isBound()
                ? work.get()
                : ScopedValue.where(CURRENT, new Sharing()).call(work::get);
    }

    /// Notes what was written for an object; if that happens twice, both texts get the same number.
    public static void wrote(Object object, Map<String, @Nullable Object> text) {
        if (!CURRENT.isBound()) {
            return;
        }
        Map<Object, Map<String, @Nullable Object>> written = CURRENT.get().written;
        Map<String, @Nullable Object> first = written.putIfAbsent(object, text);
        if (first != null) {
            int id = written.size();
            first.putIfAbsent(ID, id);
            text.put(ID, first.get(ID));
        }
    }

    /// The object that was already made of a text with this number, or null.
    static @Nullable Object known(Map<?, ?> text) {
        Object id = text.get(ID);
        return id == null || !CURRENT.isBound() ? null : CURRENT.get().read.get(id);
    }

    /// Notes an object that was made.
    static void made(Map<?, ?> text, Object object) {
        Object id = text.get(ID);
        if (id != null && CURRENT.isBound()) {
            CURRENT.get().read.put(id, object);
        }
    }

    /// A text without its number.
    static Map<String, @Nullable Object> plain(Map<?, ?> text) {
        var result = new LinkedHashMap<String, @Nullable Object>();
        text.forEach(
                (key, value) -> {
                    if (!ID.equals(key)) {
                        result.put(String.valueOf(key), value);
                    }
                });
        return result;
    }
}
