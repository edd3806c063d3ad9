package nacre.models;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import nacre.tensor.Shape;
import nacre.tensor.Tensor;
import nacre.training.Loss;
import nacre.training.Metric;
import nacre.training.metrics.Accuracies;
import org.jspecify.annotations.Nullable;

/// What judges one output: its loss, how much that counts, and its metrics.
///
/// @param output the name of the output
/// @param loss the loss, or null for none
/// @param share how much the loss counts
/// @param mean the running mean of the loss
/// @param metrics the metrics, which do not look at weights of samples
/// @param weighted the metrics that do
record Judges(
        String output,
        @Nullable Loss loss,
        double share,
        RunningMean mean,
        List<Metric> metrics,
        List<Metric> weighted) {

    /// The judges of all outputs, chosen by the shapes of targets and predictions where a name
    /// leaves that open.
    static List<Judges> of(
            Compilation how, List<String> names, List<Tensor> y, List<Tensor> predictions) {
        var all = new ArrayList<Judges>();
        List<String> outputs =
                names.size() == predictions.size() ? names : numbered(predictions.size());
        for (int i = 0; i < predictions.size(); i++) {
            var place = new Place(outputs, i);
            Shape targets = y.get(i).shape();
            Shape shape = predictions.get(i).shape();
            Object share = place.part("lossWeights", how.lossWeights());
            all.add(
                    new Judges(
                            outputs.get(i),
                            loss(place.part("loss", how.loss()), targets, shape),
                            share instanceof Number number ? number.doubleValue() : 1,
                            new RunningMean(),
                            metrics(place.listed("metrics", how.metrics()), targets, shape),
                            metrics(
                                    place.listed("weightedMetrics", how.weightedMetrics()),
                                    targets,
                                    shape)));
        }
        return all;
    }

    /// Names for the outputs of a model that does not name them.
    private static List<String> numbered(int outputs) {
        return IntStream.rangeClosed(1, outputs).mapToObj(i -> "output_" + i).toList();
    }

    void reset() {
        mean.reset();
        metrics.forEach(Metric::reset);
        weighted.forEach(Metric::reset);
    }

    private static @Nullable Loss loss(@Nullable Object identifier, Shape y, Shape prediction) {
        if (identifier == null) {
            return null;
        }
        boolean open = identifier instanceof String name && isCrossentropy(name);
        return open ? Accuracies.crossentropyFitting(y, prediction) : Loss.of(identifier);
    }

    private static List<Metric> metrics(List<?> identifiers, Shape y, Shape prediction) {
        var metrics = new ArrayList<Metric>();
        for (Object identifier : identifiers) {
            boolean open = identifier instanceof String name && isAccuracy(name);
            metrics.add(
                    open
                            ? Accuracies.fitting(y, prediction).name((String) identifier)
                            : Metric.of(identifier));
        }
        return metrics;
    }

    /// Whether the shapes of targets and predictions are to say which crossentropy it is.
    static boolean isCrossentropy(String name) {
        return isOneOf(name, "crossentropy", "ce");
    }

    /// Whether the shapes are to say which accuracy it is.
    static boolean isAccuracy(String name) {
        return isOneOf(name, "accuracy", "acc");
    }

    private static boolean isOneOf(String name, String... names) {
        return List.of(names).contains(name.toLowerCase(Locale.ROOT));
    }

    /// One output among several.
    private record Place(List<String> names, int index) {
        /// What is meant for this output: an item of a list, a value of a map, or the same for all.
        @Nullable Object part(String option, @Nullable Object given) {
            if (Compilation.isByName(given) && given instanceof Map<?, ?> map) {
                checkNames(option, map);
                return map.get(names.get(index));
            }
            if (given instanceof List<?> list) {
                checkSize(option, list);
                return list.get(index);
            }
            return given;
        }

        /// As [#part], where each output may have several; for one output a list is its own.
        List<?> listed(String option, @Nullable Object given) {
            boolean nested =
                    given instanceof List<?> list
                            && !list.isEmpty()
                            && list.get(0) instanceof List<?>;
            Object own =
                    names.size() == 1 && given instanceof List<?> && !nested
                            ? given
                            : part(option, given);
            return own == null ? List.of() : own instanceof List<?> list ? list : List.of(own);
        }

        private void checkNames(String option, Map<?, ?> map) {
            for (Object name : map.keySet()) {
                if (!names.contains(String.valueOf(name))) {
                    throw new IllegalArgumentException(
                            "`"
                                    + option
                                    + "` names \""
                                    + name
                                    + "\", but the model's outputs are "
                                    + names
                                    + ".");
                }
            }
        }

        private void checkSize(String option, List<?> list) {
            if (list.size() != names.size()) {
                throw new IllegalArgumentException(
                        "`"
                                + option
                                + "` as a list needs one item for each of the model's "
                                + names.size()
                                + " outputs "
                                + names
                                + "; got "
                                + list
                                + ".");
            }
        }
    }
}
