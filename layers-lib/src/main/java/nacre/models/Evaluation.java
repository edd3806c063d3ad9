package nacre.models;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nacre.compute.Interrupted;
import nacre.layers.Call;
import nacre.tensor.ArrayStore;
import nacre.tensor.Shape;
import nacre.tensor.Tape;
import nacre.tensor.Tensor;

/// Runs data through a model without training it.
final class Evaluation {
    private final Model model;
    private final ArrayStore store = new ArrayStore();

    Evaluation(Model model) {
        this.model = model;
    }

    /// The loss and the metrics.
    Map<String, Double> run(Batches data, int batchSize) {
        Compiled compiled = model.compiled();
        compiled.reset();
        int[] order = data.inOrder();
        for (int from = 0; from < data.samples(); from += batchSize) {
            int start = from;
            step(
                    () -> {
                        Batches batch =
                                data.at(start, Math.min(start + batchSize, data.samples()), order);
                        List<Tensor> outputs = model.applyAll(batch.x(), Call.inference());
                        return compiled.update(model, batch.y(), outputs, batch.weights());
                    });
        }
        Map<String, Double> logs = compiled.logs();
        compiled.reset();
        return logs;
    }

    /// The outputs.
    List<Tensor> predict(Batches data, int batchSize) {
        List<float[]> results = new ArrayList<>();
        List<Shape> shapes = new ArrayList<>();
        int[] order = data.inOrder();
        for (int from = 0; from < Math.max(1, data.samples()); from += batchSize) {
            int start = from;
            step(
                    () -> {
                        Batches batch =
                                data.at(start, Math.min(start + batchSize, data.samples()), order);
                        List<Tensor> outputs = model.applyAll(batch.x(), Call.inference());
                        for (int i = 0; i < outputs.size(); i++) {
                            Tensor output = outputs.get(i);
                            if (start == 0) {
                                shapes.add(output.shape().with(0, data.samples()));
                                results.add(new float[shapes.get(i).size()]);
                            }
                            int width =
                                    data.samples() == 0
                                            ? 0
                                            : results.get(i).length / data.samples();
                            System.arraycopy(
                                    output.data(), 0, results.get(i), start * width, output.size());
                        }
                        return outputs.get(0);
                    });
        }
        var tensors = new ArrayList<Tensor>();
        for (int i = 0; i < results.size(); i++) {
            tensors.add(Tensor.wrap(results.get(i), shapes.get(i)));
        }
        return tensors;
    }

    private void step(java.util.function.Supplier<Tensor> work) {
        if (Thread.currentThread().isInterrupted()) {
            throw new Interrupted();
        }
        var tape = new Tape(Set.of(), store);
        Tensor unused = tape.run(work);
        tape.close();
    }
}
