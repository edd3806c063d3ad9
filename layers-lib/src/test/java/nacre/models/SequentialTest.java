package nacre.models;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import nacre.layers.core.Dense;
import nacre.layers.core.Input;
import nacre.layers.reshaping.Flatten;
import nacre.tensor.Shape;
import nacre.tensor.Tensor;
import org.junit.jupiter.api.Test;

/// A stack whose input is told late.
class SequentialTest {
    @Test
    void isBuiltForAShape() {
        var model = Sequential.of(new Dense(8), new Dense(3));
        model.build(Shape.batch(4));
        assertEquals(4 * 8 + 8 + 8 * 3 + 3, model.countParams());
        List<Tensor> weights = model.getWeights();
        model.build(Shape.of(32, 4));
        assertEquals(weights.toString(), model.getWeights().toString());
        var error = assertThrows(IllegalArgumentException.class, () -> model.build(Shape.batch(5)));
        assertTrue(error.getMessage().contains("(None, 4) already"), error.getMessage());
    }

    @Test
    void anInputWhoseBatchIsASizeOfTheSamplesIsToldSo() {
        var image = Input.of(Shape.of(28, 28));
        var model = Sequential.of(image, new Flatten(), new Dense(10));
        var error =
                assertThrows(
                        IllegalArgumentException.class,
                        () -> model.predict(Tensor.zeros(Shape.of(5, 28, 28))));
        assertTrue(error.getMessage().contains("has a batch of 28"), error.getMessage());
        assertTrue(error.getMessage().contains("write Input.of(28, 28)"), error.getMessage());
        var early =
                assertThrows(
                        IllegalArgumentException.class,
                        () -> Sequential.of(Input.of(Shape.of(4)), new Dense(3)));
        assertTrue(early.getMessage().contains("write Input.of(4): Dense"), early.getMessage());
    }

    @Test
    void isWholeAfterAnInputThatDoesNotFit() {
        var model = Sequential.of(new Dense(8), new Dense(3));
        assertThrows(IllegalArgumentException.class, () -> model.apply(Tensor.ones(Shape.of())));
        assertEquals(2, model.layers().size());
        assertEquals(Shape.of(2, 3), model.apply(Tensor.ones(Shape.of(2, 4))).shape());
    }
}
