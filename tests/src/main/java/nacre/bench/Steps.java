package nacre.bench;

import java.util.List;
import java.util.function.Supplier;
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
import org.jspecify.annotations.Nullable;

/// Whole models through the public API, as a class uses them: training by `fit`, and `predict`.
final class Steps {
    private static final int CLASSES = 10;

    private Steps() {}

    static List<Workload> all() {
        return List.of(
                training("mlp_train", 32, 64, Steps::mlp, () -> new MlpByHand(32)),
                training("mlp_train", 128, 32, Steps::mlp, () -> new MlpByHand(128)),
                training("cnn_train", 128, 4, Steps::cnn, null),
                training("lstm_train", 32, 8, Steps::lstm, null),
                inference("mlp_predict", 128, 32, Steps::mlp),
                inference("cnn_predict", 128, 8, Steps::cnn),
                inference("lstm_predict", 32, 8, Steps::lstm),
                inference("mlp_predict", 1, 1, Steps::mlp),
                inference("cnn_predict", 1, 1, Steps::cnn));
    }

    static Sequential mlp() {
        return Sequential.of(
                Input.of(784),
                new Dense(128).activation("relu"),
                new Dropout(0.2),
                new Dense(CLASSES).activation("softmax"));
    }

    static Sequential cnn() {
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

    /// One epoch of `steps` steps.
    private static Workload training(
            String name,
            int batch,
            int steps,
            Supplier<Sequential> maker,
            @Nullable Supplier<Runnable> byHand) {
        int samples = batch * steps;
        return new Workload(
                name + " " + batch + " " + steps,
                samples * 1e6,
                "k/s",
                () -> {
                    Sequential model = maker.get();
                    model.compile("adam", "sparse_categorical_crossentropy");
                    Tensor x = inputs(model, samples);
                    Tensor y = classes(samples);
                    return () -> model.fit(x, y).batchSize(batch).verbose(0).run();
                },
                name + " " + batch + " " + steps,
                byHand == null ? null : () -> repeated(byHand.get(), steps));
    }

    private static Workload inference(
            String name, int batch, int steps, Supplier<Sequential> maker) {
        int samples = batch * steps;
        return new Workload(
                name + " " + batch + " " + steps,
                samples * 1e6,
                "k/s",
                () -> {
                    Sequential model = maker.get();
                    List<Tensor> x = List.of(inputs(model, samples));
                    return () -> model.predictAll(x, batch);
                },
                name + " " + batch + " " + steps,
                null);
    }

    private static Runnable repeated(Runnable step, int times) {
        return () -> {
            for (int i = 0; i < times; i++) {
                step.run();
            }
        };
    }

    private static Tensor inputs(Sequential model, int samples) {
        Shape shape = model.inputShape().with(0, samples);
        return Tensor.of(Workloads.random(shape.size()), shape.dims());
    }

    static Tensor classes(int samples) {
        return Tensor.of(classNumbers(samples));
    }

    static float[] classNumbers(int samples) {
        float[] y = new float[samples];
        for (int i = 0; i < samples; i++) {
            y[i] = i * 7 % CLASSES;
        }
        return y;
    }
}
