package nacre.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What training has recorded: for each name (`loss`, `accuracy`, `val_loss`, …) a value per epoch.
public final class History {
    private final Map<String, List<Double>> values = new TreeMap<>();
    private final List<Integer> epochs = new ArrayList<>();

    /// Adds the values of an epoch.
    public void add(int epoch, Map<String, Double> logs) {
        epochs.add(epoch);
        logs.forEach(
                (name, value) -> values.computeIfAbsent(name, _ -> new ArrayList<>()).add(value));
    }

    /// The recorded names, in alphabetical order.
    public List<String> names() {
        return List.copyOf(values.keySet());
    }

    /// The values of a name, one for each epoch.
    public List<Double> get(String name) {
        List<Double> found = values.get(name);
        if (found == null) {
            throw new IllegalArgumentException(
                    "Training has recorded " + values.keySet() + " and not \"" + name + "\".");
        }
        return List.copyOf(found);
    }

    /// All values by name, as Keras's `history.history`.
    public Map<String, List<Double>> history() {
        var all = new TreeMap<String, List<Double>>();
        values.forEach((name, list) -> all.put(name, List.copyOf(list)));
        return all;
    }

    /// The value of a name in the last epoch.
    public double last(String name) {
        return get(name).getLast();
    }

    /// The numbers of the epochs, from 0.
    public List<Integer> epochs() {
        return List.copyOf(epochs);
    }

    /// One line for each name.
    @Override
    public String toString() {
        var text = new StringBuilder(epochs.size() == 1 ? "1 epoch" : epochs.size() + " epochs");
        values.forEach(
                (name, list) ->
                        text.append("\n")
                                .append(name)
                                .append(": ")
                                .append(Logs.number(list.getLast())));
        return text.toString();
    }
}
