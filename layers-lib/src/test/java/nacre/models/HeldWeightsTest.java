package nacre.models;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import nacre.layers.core.Dense;
import nacre.layers.core.Input;
import nacre.layers.weights.MaxNorm;
import nacre.tensor.Tensor;
import nacre.training.Callback;
import nacre.training.callbacks.LambdaCallback;
import nacre.training.optimizers.SGD;
import org.junit.jupiter.api.Test;

/// Who looks at the weights while they are trained does not change what comes out.
class HeldWeightsTest {
    private static final Tensor X = Tensor.of(new float[][] {{1, 2}, {3, 4}, {5, 6}});
    private static final Tensor Y = Tensor.of(new float[][] {{3}, {7}, {11}});

    private static float[] trained(SGD optimizer, boolean held) {
        var model =
                Sequential.of(Input.of(2), new Dense(1).kernelConstraint(new MaxNorm(0.9))).seed(4);
        model.compile(optimizer, "mse");
        Callback look =
                new LambdaCallback()
                        .onTrainBatchEnd(
                                (_, _) -> {
                                    if (held) {
                                        var unused = model.getWeights();
                                    }
                                });
        model.fit(X, Y).epochs(4).batchSize(1).callbacks(look).verbose(0).run();
        return model.predict(X).toArray();
    }

    @Test
    void averagesAreOfTheWeightsAsTheyAre() {
        assertArrayEquals(
                trained(new SGD(0.01).useEma(true), false),
                trained(new SGD(0.01).useEma(true), true));
    }

    @Test
    void limitsAreForTheWeightsAsTheyAre() {
        assertArrayEquals(trained(new SGD(0.01), false), trained(new SGD(0.01), true));
    }
}
