package nacre.layers.catalogue;

import java.util.Comparator;
import java.util.Map;
import nacre.layers.Layer;
import nacre.layers.LayerNames;
import nacre.layers.config.Registry;

/// Looks layers up: `Layers.catalogue()` shows all, `Layers.help("Conv2D")` one of them.
public final class Layers {
    private Layers() {}

    /// All layers as a table.
    public static Catalogue catalogue() {
        Map<Class<? extends Layer>, Example> examples = LayerNames.uncounted(Examples::all);
        return new Catalogue(
                Registry.all(Layer.class).stream()
                        .filter(type -> type.getPackageName().startsWith("nacre.layers."))
                        .map(type -> entry(type, examples))
                        .sorted(Comparator.comparing(Entry::group).thenComparing(Entry::name))
                        .toList());
    }

    /// What of Keras's layers has no meaning here, with the reasons.
    public static Differences differences() {
        return Differences.ALL;
    }

    /// What there is to know of the layer of this name, in any spelling.
    public static Help help(String name) {
        Class<? extends Layer> type = Registry.find(Layer.class, name);
        return new Help(entry(type, LayerNames.uncounted(Examples::all)));
    }

    private static Entry entry(Class<?> type, Map<Class<? extends Layer>, Example> examples) {
        return LayerNames.uncounted(() -> Entry.of(type, examples.get(type)));
    }
}
