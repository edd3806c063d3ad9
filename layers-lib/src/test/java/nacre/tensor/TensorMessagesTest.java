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

    private static void assertSays(String message, Executable mistake) {
        assertEquals(message, assertThrows(IllegalArgumentException.class, mistake).getMessage());
    }
}
