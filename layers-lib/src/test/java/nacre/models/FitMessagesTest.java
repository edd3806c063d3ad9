package nacre.models;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import nacre.layers.core.Dense;
import nacre.layers.core.Input;
import nacre.tensor.Shape;
import nacre.tensor.Tensor;
import org.junit.jupiter.api.Test;

/// What a fit says of itself and of data that do not fit.
class FitMessagesTest {
    @Test
    void targetsThatDoNotFitAreToldFromPredictions() {
        var model = Sequential.of(Input.of(2), new Dense(3));
        model.compile("sgd", "mse");
        var fit = model.fit(Tensor.ones(Shape.of(4, 2)), Tensor.ones(Shape.of(4, 5)));
        assertEquals(
                "Targets of shape (4, 5) do not fit predictions of shape (4, 3). The last layer"
                        + " gives one number for each target: its units and the last axis of the"
                        + " targets must be equal.",
                assertThrows(IllegalArgumentException.class, fit::run).getMessage());
    }

    @Test
    void aFitWithoutRunSaysThatNothingIsTrained() {
        var model = Sequential.of(Input.of(2), new Dense(1).name("out")).name("small");
        model.compile("sgd", "mse");
        var x = Tensor.ones(Shape.of(4, 2));
        assertEquals(
                "Prepared to fit \"small\", epochs 1 to 3. Nothing is trained yet; add .run()",
                model.fit(x, Tensor.ones(Shape.of(4, 1))).epochs(3).toString());
    }
}
