package nacre.tensor;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class TooLargeTest {
    private static final long NUMBERS_OF_THE_HEAP = Runtime.getRuntime().maxMemory() / Float.BYTES;

    @Test
    void aProductThatTheHeapCannotHoldIsRefusedWithItsShapesAndTheHeap() {
        int n = (int) Math.ceil(1.1 * Math.sqrt(NUMBERS_OF_THE_HEAP));
        Tensor column = Tensor.zeros(Shape.of(n, 1));
        Tensor row = Tensor.zeros(Shape.of(1, n));
        var refused = assertThrows(TooLarge.class, () -> column.matmul(row));
        String message = refused.getMessage();
        assertTrue(message.contains("MatMul of (%d, 1) and (1, %d)".formatted(n, n)), message);
        assertTrue(message.contains("makes (%d, %d)".formatted(n, n)), message);
        assertTrue(message.contains("the heap of this process holds at most"), message);
    }

    @Test
    void sumsThatStretchTooFarAreRefusedToo() {
        int n = (int) Math.ceil(1.1 * Math.sqrt(NUMBERS_OF_THE_HEAP));
        Tensor column = Tensor.zeros(Shape.of(n, 1));
        assertThrows(TooLarge.class, () -> column.add(Tensor.zeros(Shape.of(1, n))));
    }

    @Test
    void aTensorLargerThanTheHeapIsRefused() {
        int n = (int) Math.ceil(1.1 * Math.sqrt(NUMBERS_OF_THE_HEAP));
        assertThrows(IllegalArgumentException.class, () -> Tensor.zeros(Shape.of(n, n)));
    }
}
