package nacre.models;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nacre.tensor.Shape;
import nacre.tensor.Tensor;

/// Runs data through a model without training it.
final class Evaluation {
    private final Model model;

    Evaluation(Model model) {
        this.model = model;
    }

    /// The loss and the metrics over the first `most` batches.
    Map<String, Double> run(Batches data, int batchSize, int most) {
        Compiled compiled = model.compiled();
        var step = new Step(model);
        step.build(data, batchSize);
        compiled.reset();
        int[] order = data.inOrder();
        for (int i = 0; i < Math.min(most, data.count(batchSize)); i++) {
            int number = i;
            step.test(() -> data.batch(number, batchSize, order));
        }
        Map<String, Double> logs = compiled.logs();
        compiled.reset();
        return logs;
    }

    /// The outputs.
    List<Tensor> predict(Batches data, int batchSize) {
        var step = new Step(model);
        List<float[]> results = new ArrayList<>();
        List<Shape> shapes = new ArrayList<>();
        int[] order = data.inOrder();
        for (int i = 0; i < Math.max(1, data.count(batchSize)); i++) {
            int number = i;
            step.pass(
                    () -> data.batch(number, batchSize, order),
                    (batch, outputs) -> {
                        for (int o = 0; o < outputs.size(); o++) {
                            Tensor output = outputs.get(o);
                            if (number == 0) {
                                shapes.add(output.shape().with(0, data.samples()));
                                results.add(new float[shapes.get(o).size()]);
                            }
                            int width =
                                    data.samples() == 0
                                            ? 0
                                            : results.get(o).length / data.samples();
                            System.arraycopy(
                                    output.data(),
                                    0,
                                    results.get(o),
                                    number * batchSize * width,
                                    output.size());
                        }
                    });
        }
        var tensors = new ArrayList<Tensor>();
        for (int o = 0; o < results.size(); o++) {
            tensors.add(Tensor.wrap(results.get(o), shapes.get(o)));
        }
        return tensors;
    }
}
