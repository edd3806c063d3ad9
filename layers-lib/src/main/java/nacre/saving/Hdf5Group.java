package nacre.saving;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nacre.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/// A folder of an HDF5 file in memory: folders, arrays of numbers, and attributes (texts, or lists
/// of texts).
public final class Hdf5Group {
    private final Map<String, Hdf5Group> groups = new LinkedHashMap<>();
    private final Map<String, Tensor> arrays = new LinkedHashMap<>();
    private final List<String> whole = new ArrayList<>(); // names of arrays of whole numbers
    private final Map<String, Object> attributes = new LinkedHashMap<>();

    /// The folder inside at a path such as `layers/dense/vars`, made if it is not there.
    public Hdf5Group make(String path) {
        Hdf5Group group = this;
        for (String name : path.split("/", -1)) {
            group = group.groups.computeIfAbsent(name, _ -> new Hdf5Group());
        }
        return group;
    }

    /// The folder inside at a path, or null.
    public @Nullable Hdf5Group find(String path) {
        Hdf5Group group = this;
        for (String name : path.split("/", -1)) {
            group = group == null ? null : group.groups.get(name);
        }
        return group;
    }

    /// The array inside at a path, or null.
    public @Nullable Tensor array(String path) {
        int cut = path.lastIndexOf('/');
        Hdf5Group group = cut < 0 ? this : find(path.substring(0, cut));
        return group == null ? null : group.arrays.get(path.substring(cut + 1));
    }

    void put(String name, Hdf5Group group) {
        groups.put(name, group);
    }

    /// Puts an array of floats into this folder.
    public void put(String name, Tensor values) {
        arrays.put(name, values);
    }

    /// Puts an array of whole numbers into this folder.
    public void putWhole(String name, Tensor values) {
        arrays.put(name, values);
        whole.add(name);
    }

    /// Takes an array out of this folder; null if there is none.
    @Nullable Tensor remove(String array) {
        return arrays.remove(array);
    }

    /// Says something about this folder.
    public void attribute(String name, Object text) {
        attributes.put(name, text);
    }

    /// A text that is said about this folder, or null.
    public @Nullable String text(String attribute) {
        return attributes.get(attribute) instanceof String text ? text : null;
    }

    /// A list of texts that is said about this folder; empty if there is none.
    public List<String> texts(String attribute) {
        return attributes.get(attribute) instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : List.of();
    }

    /// The folders inside, by name.
    public Map<String, Hdf5Group> groups() {
        return Collections.unmodifiableMap(groups);
    }

    /// The arrays inside, by name.
    public Map<String, Tensor> arrays() {
        return Collections.unmodifiableMap(arrays);
    }

    Map<String, Object> attributes() {
        return attributes;
    }

    boolean isWhole(String array) {
        return whole.contains(array);
    }

    /// The arrays named `0`, `1`, `2`, …, in that order.
    public List<Tensor> numbered() {
        var all = new ArrayList<Tensor>();
        for (Tensor next = arrays.get("0");
                next != null;
                next = arrays.get(Integer.toString(all.size()))) {
            all.add(next);
        }
        return all;
    }
}
