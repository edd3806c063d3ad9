package nacre.models;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

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

    /// The items of a map that should have exactly these names.
    <T> List<T> pick(String what, Map<String, T> byName, List<String> otherwise) {
        List<String> wanted = form == Form.NAMED ? names : otherwise;
        var items = new ArrayList<T>();
        for (String name : wanted) {
            T item = byName.get(name);
            if (item == null) {
                throw new IllegalArgumentException(
                        "The model's " + what + " are named " + wanted + "; got " + byName.keySet() + ".");
            }
            items.add(item);
        }
        return items;
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
