package nacre.models;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import nacre.layers.Arguments;
import nacre.tensor.Shape;
import nacre.tensor.Tensor;

/// Runs data through a model without training it.
final class Evaluation {
    private final Model model;

    Evaluation(Model model) {
        this.model = model;
    }

    /// The loss and the metrics over the first `most` batches.
    Map<String, Double> run(BatchSource data, int batchSize, int most) {
        Arguments.positive("batchSize", batchSize);
        Compiled compiled = model.compiled();
        if (data.count(batchSize) == BatchSource.ENDLESS && most == Integer.MAX_VALUE) {
            throw endless("validationSteps");
        }
        try (var step = new Step(model)) {
            step.build(data, batchSize);
            compiled.reset();
            Iterator<Supplier<Batches>> batches = data.pass(batchSize, BatchSource.Place.FIRST);
            for (int i = 0; i < most && batches.hasNext(); i++) {
                step.test(batches.next());
            }
        }
        Map<String, Double> logs = compiled.logs();
        compiled.reset();
        return logs;
    }

    private static IllegalArgumentException endless(String option) {
        return new IllegalArgumentException(
                "These data never end, as they are repeated; end them with take(…)%s."
                        .formatted(option.isEmpty() ? "" : ", or say how many batches: " + option));
    }

    /// The outputs.
    List<Tensor> predict(BatchSource data, int batchSize) {
        Arguments.positive("batchSize", batchSize);
        if (data.count(batchSize) == BatchSource.ENDLESS) {
            throw endless("");
        }
        var results = new ArrayList<Joined>();
        Iterator<Supplier<Batches>> batches = data.pass(batchSize, BatchSource.Place.FIRST);
        if (data instanceof Batches all && !batches.hasNext()) { // no samples, but a shape
            batches = List.<Supplier<Batches>>of(() -> all).iterator();
        }
        try (var step = new Step(model)) {
            while (batches.hasNext()) {
                step.pass(batches.next(), (_, outputs) -> join(outputs, results));
            }
        }
        return results.stream().map(Joined::tensor).toList();
    }

    private static void join(List<Tensor> outputs, List<Joined> results) {
        for (int i = 0; i < outputs.size(); i++) {
            if (results.size() == i) {
                results.add(new Joined());
            }
            results.get(i).add(outputs.get(i));
        }
    }

    /// Outputs of batches, put together along the first axis.
    private static final class Joined {
        private final List<float[]> parts = new ArrayList<>();
        private Shape shape = Shape.SCALAR;
        private int samples;

        void add(Tensor output) {
            parts.add(output.toArray());
            shape = output.shape();
            samples += output.dim(0);
        }

        Tensor tensor() {
            Shape whole = shape.with(0, samples);
            if (parts.size() == 1) {
                return Tensor.wrap(parts.get(0), whole);
            }
            float[] all = new float[whole.size()];
            int at = 0;
            for (float[] part : parts) {
                System.arraycopy(part, 0, all, at, part.length);
                at += part.length;
            }
            return Tensor.wrap(all, whole);
        }
    }
}
