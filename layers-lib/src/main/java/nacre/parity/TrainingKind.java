package nacre.parity;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import nacre.models.Fit;
import nacre.models.LossGradients;
import nacre.models.Model;
import nacre.tensor.Tensor;
import nacre.training.History;
import org.jspecify.annotations.Nullable;

/// A whole training: the gradients of the first batch, then `fit`, its history, and the model
/// afterwards.
///
/// @param build makes the model of a config
record TrainingKind(Function<Object, Model> build) implements Kind {
    @Override
    public void check(Case expectation, Checks checks) {
        Model model = build.apply(expectation.need("config"));
        List<Tensor> initial = Arrays.tensors(expectation.get("initial_weights"));
        model.setWeights(initial);
        model.compileFromConfig(expectation.map("compile"));
        if (expectation.has("compile_config")) {
            checks.config(
                    "compile config", model.getCompileConfig(), expectation.get("compile_config"));
        }
        if (expectation.has("first_batch")) {
            firstBatch(model, expectation, checks);
            model.setWeights(initial);
        }
        History history = fit(model, expectation);
        history(history, expectation, checks);
        after(model, expectation, checks);
    }

    // --- what goes in

    private static List<Tensor> inputs(Case expectation) {
        return Arrays.tensors(expectation.get("x"));
    }

    private static List<Tensor> targets(Case expectation) {
        return Arrays.tensors(expectation.get("y"));
    }

    private static List<Tensor> weights(Case expectation) {
        return expectation.has("sample_weight")
                ? Arrays.tensors(expectation.get("sample_weight"))
                : List.of();
    }

    private static List<Tensor> first(List<Tensor> tensors, int samples) {
        return tensors.stream()
                .map(tensor -> tensor.slice(0, 0, Math.min(samples, tensor.dim(0))))
                .toList();
    }

    private static int batchSize(Case expectation) {
        return (int) Arrays.number(expectation.map("fit").getOrDefault("batch_size", 32));
    }

    // --- the first batch

    private static void firstBatch(Model model, Case expectation, Checks checks) {
        Case wanted = expectation.part(expectation.need("first_batch"));
        int samples = batchSize(expectation);
        List<Tensor> x = first(inputs(expectation), samples);
        List<Tensor> y = first(targets(expectation), samples);
        List<Tensor> weights = first(weights(expectation), samples);
        LossGradients got =
                weights.isEmpty()
                        ? model.gradientsOnBatch(x, y)
                        : model.gradientsOnBatch(x, y, weights);
        checks.number("loss of the first batch", got.loss(), wanted.number("loss"));
        List<@Nullable Object> gradients = wanted.list("gradients");
        for (int i = 0; i < gradients.size(); i++) {
            if (gradients.get(i) != null) {
                checks.numbers("gradient " + i, got.byWeight().get(i), gradients.get(i));
            }
        }
    }

    // --- the training

    private static History fit(Model model, Case expectation) {
        Fit fit = model.fit(inputs(expectation), targets(expectation)).verbose(0);
        expectation
                .map("fit")
                .forEach((option, value) -> option(fit, option, Objects.requireNonNull(value)));
        if (expectation.has("sample_weight")) {
            fit.sampleWeight(weights(expectation));
        }
        if (expectation.has("class_weight")) {
            fit.classWeight(TrainingCases.classWeights(expectation.map("class_weight")));
        }
        if (expectation.has("validation_data")) {
            List<@Nullable Object> data = expectation.list("validation_data");
            Object x = Arrays.tensors(data.get(0));
            Object y = Arrays.tensors(data.get(1));
            if (data.size() > 2) {
                fit.validation(x, y, Arrays.tensors(data.get(2)));
            } else {
                fit.validation(x, y);
            }
        }
        for (Object callback : expectation.list("callbacks")) {
            fit.callbacks(TrainingCases.callback(Case.asMap(callback)));
        }
        return fit.run();
    }

    private static void option(Fit fit, String option, Object value) {
        switch (option) {
            case "epochs" -> fit.epochs((int) Arrays.number(value));
            case "initial_epoch" -> fit.initialEpoch((int) Arrays.number(value));
            case "batch_size" -> fit.batchSize((int) Arrays.number(value));
            case "shuffle" -> fit.shuffle((boolean) value);
            case "validation_split" -> fit.validationSplit(Arrays.number(value));
            case "validation_freq" -> fit.validationFreq((int) Arrays.number(value));
            case "validation_steps" -> fit.validationSteps((int) Arrays.number(value));
            case "validation_batch_size" -> fit.validationBatchSize((int) Arrays.number(value));
            case "steps_per_epoch" -> fit.stepsPerEpoch((int) Arrays.number(value));
            case "verbose" -> {
                // nothing is to be shown
            }
            default -> throw new IllegalArgumentException("fit has no option `" + option + "`");
        }
    }

    // --- what comes out

    private static void history(History history, Case expectation, Checks checks) {
        Map<String, @Nullable Object> wanted = expectation.map("history");
        checks.that(
                history.names().equals(wanted.keySet().stream().sorted().toList()),
                "history has " + history.names() + " instead of " + wanted.keySet());
        for (String name : history.names()) {
            List<@Nullable Object> values = Case.asList(wanted.get(name));
            List<Double> got = history.get(name);
            checks.that(got.size() == values.size(), name + " has " + got.size() + " values");
            for (int i = 0; i < Math.min(got.size(), values.size()); i++) {
                checks.number(name + " " + i, got.get(i), Arrays.number(values.get(i)));
            }
        }
        if (expectation.has("epochs_run")) {
            checks.number("epochs", history.epochs().size(), expectation.number("epochs_run"));
        }
    }

    private static void after(Model model, Case expectation, Checks checks) {
        OptimizerKind.compare(
                checks, "weight", model.getWeights(), expectation.get("final_weights"));
        if (expectation.has("final_learning_rate")) {
            checks.number(
                    "learning rate",
                    model.optimizer().learningRate(),
                    expectation.number("final_learning_rate"));
        }
        if (expectation.has("iterations")) {
            checks.number(
                    "iterations", model.optimizer().iterations(), expectation.number("iterations"));
        }
        variables(model, expectation, checks);
        evaluate(model, expectation, checks);
        if (expectation.has("predict")) {
            List<Tensor> outputs = model.predictAll(inputs(expectation), batchSize(expectation));
            OptimizerKind.compare(checks, "prediction", outputs, expectation.get("predict"));
        }
    }

    private static void variables(Model model, Case expectation, Checks checks) {
        if (expectation.has("optimizer_variables")) {
            List<Tensor> got = model.optimizer().variables();
            List<@Nullable Object> wanted = expectation.list("optimizer_variables");
            checks.shapes(
                    "shapes of optimizer variables",
                    got.stream().map(Tensor::shape).toList(),
                    wanted.stream()
                            .map(each -> Arrays.shape(Case.asMap(each).get("shape")))
                            .toList());
        }
    }

    private static void evaluate(Model model, Case expectation, Checks checks) {
        if (!expectation.has("evaluate")) {
            return;
        }
        Object x = inputs(expectation);
        Object y = targets(expectation);
        int batchSize = batchSize(expectation);
        Map<String, Double> got =
                expectation.has("sample_weight")
                        ? model.evaluate(x, y, batchSize, weights(expectation))
                        : model.evaluate(x, y, batchSize);
        Map<String, @Nullable Object> wanted = expectation.map("evaluate");
        checks.that(got.keySet().equals(wanted.keySet()), "evaluate gives " + got.keySet());
        wanted.forEach(
                (name, value) -> {
                    if (got.containsKey(name)) {
                        checks.number(
                                "evaluate: " + name,
                                Objects.requireNonNull(got.get(name)),
                                Arrays.number(value));
                    }
                });
    }
}
