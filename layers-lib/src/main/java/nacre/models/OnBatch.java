package nacre.models;

import java.util.Map;

/// Training by hand, batch by batch.
final class OnBatch {
    private OnBatch() {}

    static Map<String, Double> train(Model model, Batches batch) {
        Compiled compiled = model.compiled();
        compiled.reset();
        try (var step = new Step(model)) {
            step.build(batch, batch.samples());
            step.train(() -> batch);
        }
        Map<String, Double> logs = compiled.logs();
        compiled.reset();
        return logs;
    }

    static LossGradients gradients(Model model, Batches batch) {
        try (var step = new Step(model)) {
            step.build(batch, batch.samples());
            model.compiled().reset();
            return step.gradients(batch);
        } finally {
            model.compiled().reset();
        }
    }
}
