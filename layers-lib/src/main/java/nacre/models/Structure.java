package nacre.models;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nacre.layers.LayerNode;
import nacre.tensor.Tensor;

/// The form in which a model takes or gives its tensors: one, a list, or each by a name.
///
/// @param form one, a list or names
/// @param names the names in alphabetical order, if they have any
record Structure(Form form, List<String> names) {
    enum Form {
        ONE,
        LIST,
        NAMED
    }

    static final Structure ONE = new Structure(Form.ONE, List.of());
    static final Structure LIST = new Structure(Form.LIST, List.of());

    static Structure of(Map<String, ?> byName) {
        return new Structure(Form.NAMED, List.copyOf(new TreeMap<>(byName).keySet()));
    }

    /// Items of a map in the order in which a model counts them.
    static <T> List<T> flat(Map<String, T> byName) {
        return List.copyOf(new TreeMap<>(byName).values());
    }

    /// What the tensors are called: as they were named, or after the layers that make them.
    List<String> namesOr(List<Tensor> tensors) {
        return form == Form.NAMED
                ? names
                : tensors.stream().map(x -> LayerNode.of(x).layer().name()).toList();
    }

    /// The items in this form, as a config has them.
    Object arrange(List<?> items) {
        return switch (form) {
            case ONE -> items.get(0);
            case LIST -> List.copyOf(items);
            case NAMED -> {
                var byName = new LinkedHashMap<String, Object>();
                for (int i = 0; i < names.size(); i++) {
                    byName.put(names.get(i), items.get(i));
                }
                yield byName;
            }
        };
    }
}
