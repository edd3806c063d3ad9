package nacre.models;

import java.util.Map;

/// Training by hand, batch by batch.
final class OnBatch {
    private OnBatch() {}

    static Map<String, Double> train(Model model, Batches batch) {
        Compiled compiled = model.compiled();
        compiled.reset();
        var step = new Step(model);
        step.build(batch, batch.samples());
        step.train(() -> batch);
        Map<String, Double> logs = compiled.logs();
        compiled.reset();
        return logs;
    }

    static LossGradients gradients(Model model, Batches batch) {
        var step = new Step(model);
        step.build(batch, batch.samples());
        model.compiled().reset();
        LossGradients result = step.gradients(batch);
        model.compiled().reset();
        return result;
    }
}
