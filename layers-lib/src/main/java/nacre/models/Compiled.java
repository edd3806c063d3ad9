package nacre.models;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nacre.tensor.Tensor;
import nacre.training.Loss;
import nacre.training.Metric;
import nacre.training.Optimizer;
import nacre.training.metrics.Accuracies;
import org.jspecify.annotations.Nullable;

/// A compilation at work: losses and metrics for each output, with their running means.
final class Compiled {
    private final Compilation how;
    private final Optimizer<?> optimizer;
    private @Nullable List<Output> outputs;
    private final Mean total = new Mean();

    /// What belongs to one output.
    private record Output(
            String name,
            @Nullable Loss loss,
            double weight,
            Mean mean,
            List<Metric> metrics,
            List<Metric> weighted) {}

    /// A mean that batches are added to.
    private static final class Mean {
        double sum;
        double count;

        void add(double value, double weight) {
            sum += value * weight;
            count += weight;
        }

        double value() {
            return count == 0 ? 0 : sum / count;
        }
    }

    Compiled(Compilation how) {
        this.how = how;
        this.optimizer = Optimizer.of(how.optimizer());
        if (!(how.loss() instanceof Map) && !(how.loss() instanceof List)) {
            Loss unused = Loss.of(how.loss()); // an unknown name is said at once
        }
    }

    Compilation how() {
        return how;
    }

    Optimizer<?> optimizer() {
        return optimizer;
    }

    /// The loss of a batch, all outputs together, and the running values brought up to date.
    Tensor update(Model model, List<Tensor> y, List<Tensor> predictions, @Nullable Tensor weights) {
        if (y.size() != predictions.size()) {
            throw new IllegalArgumentException(
                    "The model has "
                            + predictions.size()
                            + " outputs and got targets for "
                            + y.size()
                            + ".");
        }
        List<Output> all = outputs(model, y, predictions);
        int batch = predictions.get(0).dim(0);
        Tensor loss = null;
        for (int i = 0; i < all.size(); i++) {
            Output output = all.get(i);
            if (output.loss != null) {
                Tensor own =
                        output.loss
                                .apply(y.get(i), predictions.get(i), weights)
                                .mul((float) output.weight);
                output.mean.add(own.item(), batch);
                loss = loss == null ? own : loss.add(own);
            }
            Tensor seen = predictions.get(i).detach();
            for (Metric metric : output.metrics) {
                metric.update(y.get(i), seen, null);
            }
            for (Metric metric : output.weighted) {
                metric.update(y.get(i), seen, weights);
            }
        }
        for (Tensor price : model.losses()) {
            loss = loss == null ? price : loss.add(price);
        }
        Tensor result = loss == null ? Tensor.of(0) : loss;
        total.add(result.item(), batch);
        return result;
    }

    /// The running values: `loss`, then for each output its metrics.
    Map<String, Double> logs() {
        var logs = new LinkedHashMap<String, Double>();
        logs.put("loss", total.value());
        if (outputs == null) {
            return logs;
        }
        boolean several = outputs.size() > 1;
        for (Output output : outputs) {
            if (several && output.loss != null) {
                logs.put(output.name + "_loss", output.mean.value());
            }
        }
        for (Output output : outputs) {
            String prefix = several ? output.name + "_" : "";
            output.metrics.forEach(metric -> put(logs, prefix, metric, ""));
            output.weighted.forEach(metric -> put(logs, prefix, metric, "weighted_"));
        }
        return logs;
    }

    private static void put(Map<String, Double> logs, String prefix, Metric metric, String twin) {
        String key = prefix + metric.name();
        Tensor value = metric.result();
        logs.put(
                logs.containsKey(key) ? prefix + twin + metric.name() : key,
                (double) value.mean().item());
    }

    void reset() {
        total.sum = 0;
        total.count = 0;
        if (outputs != null) {
            for (Output output : outputs) {
                output.mean.sum = 0;
                output.mean.count = 0;
                output.metrics.forEach(Metric::reset);
                output.weighted.forEach(Metric::reset);
            }
        }
    }

    private List<Output> outputs(Model model, List<Tensor> y, List<Tensor> predictions) {
        if (outputs == null) {
            List<String> names = model.outputNames();
            var all = new ArrayList<Output>();
            for (int i = 0; i < predictions.size(); i++) {
                Object loss = part(how.loss(), names.get(i), i, predictions.size());
                Object weight = part(how.lossWeights(), names.get(i), i, predictions.size());
                all.add(
                        new Output(
                                names.get(i),
                                loss == null ? null : Loss.of(loss),
                                weight instanceof Number number ? number.doubleValue() : 1,
                                new Mean(),
                                metrics(how.metrics(), names, i, y.get(i), predictions.get(i)),
                                metrics(
                                        how.weightedMetrics(),
                                        names,
                                        i,
                                        y.get(i),
                                        predictions.get(i))));
            }
            outputs = all;
        }
        return outputs;
    }

    /// What is meant for one output: an item of a list, a value of a map, or the same for all.
    private static @Nullable Object part(Object given, String name, int index, int count) {
        if (given instanceof Map<?, ?> map && !map.containsKey("class_name")) {
            return map.get(name);
        }
        if (given instanceof List<?> list) {
            if (!list.isEmpty() && list.size() != count) {
                throw new IllegalArgumentException(
                        "The model has "
                                + count
                                + " outputs; a list in compile must have as many items; got "
                                + list
                                + ".");
            }
            return list.isEmpty() ? null : list.get(index);
        }
        return given;
    }

    private static List<Metric> metrics(
            List<Object> given, List<String> names, int index, Tensor y, Tensor p) {
        List<?> own = given;
        if (given.size() == 1
                && given.get(0) instanceof Map<?, ?> map
                && !map.containsKey("class_name")) {
            Object listed = map.get(names.get(index));
            own =
                    listed == null
                            ? List.of()
                            : listed instanceof List<?> list ? list : List.of(listed);
        } else if (!given.isEmpty() && given.get(0) instanceof List<?>) {
            own = (List<?>) given.get(index);
        }
        return own.stream().map(metric -> metric(metric, y, p)).toList();
    }

    private static Metric metric(Object identifier, Tensor y, Tensor p) {
        return identifier.equals("accuracy") || identifier.equals("acc")
                ? Accuracies.fitting(y.shape(), p.shape()).name((String) identifier)
                : Metric.of(identifier);
    }
}
