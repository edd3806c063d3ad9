package nacre.bench;

import java.util.List;
import nacre.bench.Workload.Unit;
import nacre.layers.convolutional.Conv2D;
import nacre.layers.core.Dense;
import nacre.layers.core.Input;
import nacre.layers.pooling.MaxPooling2D;
import nacre.layers.recurrent.LSTM;
import nacre.layers.regularization.Dropout;
import nacre.layers.reshaping.Flatten;
import nacre.models.Sequential;
import nacre.tensor.Shape;
import nacre.tensor.Tensor;

/// Whole models through the public API, as a class uses them: training by `fit`, and `predict`.
final class Steps {
    private static final int CLASSES = 10;

    private Steps() {}

    static List<Workload> all() {
        return List.of(
                epoch("mlp_train", 32, 64),
                epoch("mlp_train", 128, 32),
                epoch("cnn_train", 128, 16),
                epoch("lstm_train", 32, 8),
                epoch("mlp_predict", 128, 32),
                epoch("cnn_predict", 128, 16),
                epoch("lstm_predict", 32, 8),
                one("mlp_one"),
                one("cnn_one"));
    }

    private static Workload epoch(String name, int batch, int steps) {
        return new Workload(
                name + " " + batch + " " + steps,
                batch * steps * 1e6,
                Unit.SAMPLES,
                () -> of(name, batch, steps),
                name.equals("mlp_train") ? () -> repeated(new MlpByHand(batch), steps) : null);
    }

    private static Workload one(String name) {
        return new Workload(name + " 1 1", 1, Unit.MICROSECONDS, () -> of(name, 1, 1), null);
    }

    /// One run of the workload of that name: `steps` batches through the public API.
    static Runnable of(String name, int batch, int steps) {
        Sequential model =
                switch (name.substring(0, name.indexOf('_'))) {
                    case "mlp" -> mlp();
                    case "cnn" -> cnn();
                    default -> lstm();
                };
        Shape shape = model.inputShape().with(0, batch * steps);
        float[] samples = Workloads.random(shape.size());
        if (name.endsWith("_one")) {
            return () -> model.predict(Tensor.of(samples, shape.dims())).toArray();
        }
        Tensor x = Tensor.of(samples, shape.dims());
        if (name.endsWith("_predict")) {
            return () -> model.predictAll(List.of(x), batch);
        }
        model.compile("adam", "sparse_categorical_crossentropy");
        Tensor y = Tensor.of(classNumbers(batch * steps));
        return () -> model.fit(x, y).batchSize(batch).verbose(0).run();
    }

    private static Sequential mlp() {
        return Sequential.of(
                Input.of(784),
                new Dense(128).activation("relu"),
                new Dropout(0.2),
                new Dense(CLASSES).activation("softmax"));
    }

    private static Sequential cnn() {
        return Sequential.of(
                Input.of(28, 28, 1),
                new Conv2D(32, 3).activation("relu"),
                new MaxPooling2D(2),
                new Conv2D(64, 3).activation("relu"),
                new MaxPooling2D(2),
                new Flatten(),
                new Dropout(0.5),
                new Dense(CLASSES).activation("softmax"));
    }

    private static Sequential lstm() {
        return Sequential.of(
                Input.of(50, 32), new LSTM(128), new Dense(CLASSES).activation("softmax"));
    }

    private static Runnable repeated(Runnable step, int times) {
        return () -> {
            for (int i = 0; i < times; i++) {
                step.run();
            }
        };
    }

    static float[] classNumbers(int samples) {
        float[] y = new float[samples];
        for (int i = 0; i < samples; i++) {
            y[i] = i * 7 % CLASSES;
        }
        return y;
    }
}
