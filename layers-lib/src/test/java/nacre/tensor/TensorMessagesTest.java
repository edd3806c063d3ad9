package nacre.tensor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/// What tensors say of arguments that make no sense.
class TensorMessagesTest {
    @Test
    void nothingCannotBeJoined() {
        String message = "There is nothing to join: the list of tensors is empty.";
        assertSays(message, () -> Tensor.concat(List.of(), 0));
        assertSays(message, () -> Tensor.stack(List.of(), 0));
    }

    @Test
    void noRangeIsShorterThanNothing() {
        assertSays("A range has 0 or more numbers; got -1.", () -> Tensor.range(-1));
    }

    @Test
    void anOpenSizeIsCalledAsItIsWritten() {
        Tensor x = Tensor.zeros(Shape.of(2, 3));
        assertSays(
                "A tensor of shape (2, 3) holds 6 numbers, which do not fill shape (-1, 4).",
                () -> x.reshape(-1, 4));
        assertSays(
                "Only one size of a new shape may be left open, as -1; got (-1, -1).",
                () -> x.reshape(-1, -1));
    }

    @Test
    void aSingleNumberHasNoAxes() {
        assertSays(
                "There is no axis 0 in shape (): it is that of a single number, without axes.",
                () -> Tensor.of(3).sum(0));
    }

    @Test
    void rowsAreCountedFromZero() {
        assertSays(
                "Index -1 is outside the table of 2 rows, which are counted from 0.",
                () -> Tensor.zeros(Shape.of(2, 3)).rows(Tensor.of(-1)));
    }

    private static void assertSays(String message, Executable mistake) {
        assertEquals(message, assertThrows(IllegalArgumentException.class, mistake).getMessage());
    }
}
