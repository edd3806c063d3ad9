package nacre.models;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nacre.tensor.Tensor;
import nacre.tensor.Weight;
import nacre.training.Loss;
import nacre.training.Metric;
import nacre.training.Optimizer;
import org.jspecify.annotations.Nullable;

/// A compilation at work: the judges of each output, with their running values.
final class Compiled {
    private final Compilation how;
    private final Optimizer<?> optimizer;
    private final RunningMean total = new RunningMean();
    private @Nullable List<Judges> judges;

    Compiled(Compilation how) {
        this.how = how;
        this.optimizer = Optimizer.of(how.optimizer());
        Object loss = how.loss();
        if (loss instanceof Number
                || (loss instanceof String name && !Judges.isCrossentropy(name))) {
            Loss unused = Loss.of(loss); // what is no loss is said at once
        }
        checkMetrics(how.metrics());
        checkMetrics(how.weightedMetrics());
    }

    /// Says at once what is no metric, in lists and maps for several outputs too.
    private static void checkMetrics(@Nullable Object given) {
        if (given instanceof List<?> list) {
            list.forEach(Compiled::checkMetrics);
        } else if (Compilation.isByName(given) && given instanceof Map<?, ?> map) {
            map.values().forEach(Compiled::checkMetrics);
        } else if (given instanceof String name && !Judges.isAccuracy(name)) {
            Metric unused = Metric.of(name);
        }
    }

    Optimizer<?> optimizer() {
        return optimizer;
    }

    int stepsPerExecution() {
        return how.stepsPerExecution();
    }

    Map<String, @Nullable Object> getConfig() {
        return how.getConfig(optimizer);
    }

    /// The loss of a batch, all outputs and the prices of weights together, and the running values
    /// brought up to date.
    Tensor update(Model model, Batches batch, List<Tensor> predictions, List<Weight> priced) {
        Tensor loss = null;
        int samples = predictions.get(0).dim(0);
        List<Judges> all = judges(model, batch.y(), predictions);
        for (int i = 0; i < all.size(); i++) {
            Tensor own =
                    judge(
                            all.get(i),
                            batch.y().get(i),
                            predictions.get(i),
                            batch.weightsOf(i),
                            samples);
            loss = sum(loss, own);
        }
        for (Tensor price : model.losses(priced)) {
            loss = sum(loss, price);
        }
        Tensor result = loss == null ? Tensor.of(0) : loss;
        if (result.rank() != 0) {
            throw new IllegalStateException(
                    "A loss must be one number; got shape "
                            + result.shape()
                            + ". With `reduction(\"none\")` a loss"
                            + " cannot be trained on.");
        }
        total.add(result.item(), samples);
        return result;
    }

    private static @Nullable Tensor judge(
            Judges judges, Tensor y, Tensor prediction, @Nullable Tensor weights, int samples) {
        Loss judge = judges.loss();
        Tensor loss = judge == null ? null : judge.apply(y, prediction, weights);
        Tensor seen = prediction.detach();
        judges.metrics().forEach(metric -> metric.update(y, seen, null));
        judges.weighted().forEach(metric -> metric.update(y, seen, weights));
        if (loss == null) {
            return null;
        }
        if (loss.rank() == 0) {
            judges.mean().add(loss.item(), samples);
        }
        return judges.share() == 1 ? loss : loss.mul((float) judges.share());
    }

    /// A model that was compiled without a loss must have layers that add one.
    void checkLoss(Model model, List<Weight> priced) {
        if (how.loss() == null && model.losses(priced).isEmpty()) {
            throw new IllegalStateException(
                    "There is no loss to make smaller. Give one to compile, such as model.compile(\"adam\", \"mse\").");
        }
    }

    private static @Nullable Tensor sum(@Nullable Tensor a, @Nullable Tensor b) {
        return a == null ? b : b == null ? a : a.add(b);
    }

    private List<Judges> judges(Model model, List<Tensor> y, List<Tensor> predictions) {
        if (y.size() != predictions.size()) {
            throw new IllegalArgumentException(
                    "The model has %d %s and got targets for %d."
                            .formatted(
                                    predictions.size(),
                                    predictions.size() == 1 ? "output" : "outputs",
                                    y.size()));
        }
        if (judges == null) {
            judges = Judges.of(how, model.outputNames(), y, predictions);
        }
        return judges;
    }

    /// The running values: `loss`, then those of each output.
    Map<String, Double> logs() {
        var logs = new LinkedHashMap<String, Double>();
        logs.put("loss", total.value());
        List<Judges> all = judges == null ? List.of() : judges;
        long losses = all.stream().filter(each -> each.loss() != null).count();
        for (Judges each : all) {
            if (losses > 1 && each.loss() != null) {
                logs.put(each.output() + "_loss", each.mean().value());
            }
        }
        for (Judges each : all) {
            String prefix = all.size() > 1 ? each.output() + "_" : "";
            each.metrics().forEach(metric -> put(logs, prefix + metric.name(), metric));
        }
        for (Judges each : all) {
            String prefix = all.size() > 1 ? each.output() + "_" : "";
            for (Metric metric : each.weighted()) {
                String name = prefix + metric.name();
                put(
                        logs,
                        logs.containsKey(name) ? prefix + "weighted_" + metric.name() : name,
                        metric);
            }
        }
        return logs;
    }

    /// A name that is taken gets a number, as in Keras.
    private static void put(Map<String, Double> logs, String name, Metric metric) {
        String free = name;
        for (int i = 1; logs.containsKey(free); i++) {
            free = name + "_" + i;
        }
        Tensor value = metric.result();
        logs.put(free, (double) (value.rank() == 0 ? value : value.mean()).item());
    }

    void reset() {
        total.reset();
        if (judges != null) {
            judges.forEach(Judges::reset);
        }
    }
}
