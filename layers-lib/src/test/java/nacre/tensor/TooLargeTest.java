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
    void whatIsNeededInsideIsRefusedAsWell() {
        Tensor query = Tensor.zeros(Shape.of(1, 70_000, 1, 1));
        var refused = assertThrows(TooLarge.class, () -> query.attend(query, query, null, 1));
        String message = refused.getMessage();
        assertTrue(message.contains("needs a large array inside: 4,900,000,000"), message);
        assertTrue(message.contains("no array holds more than"), message);

        Tensor sequence = Tensor.zeros(Shape.of(64, 10_000, 1));
        Tensor kernel = Tensor.zeros(Shape.of(1, 4 * 2048));
        Tensor recurrent = Tensor.zeros(Shape.of(2048, 4 * 2048));
        Tensor h = Tensor.zeros(Shape.of(64, 2048));
        assertThrows(TooLarge.class, () -> sequence.lstm(kernel, recurrent, null, h, h, false));

        Tensor image = Tensor.zeros(Shape.of(1, 4000, 4000, 1));
        var apart = new Sliding(new int[] {100, 100}, Padding.VALID, new int[] {1, 1}, 1);
        Tensor many = Tensor.zeros(Shape.of(1, 1, 1, 200));
        assertThrows(TooLarge.class, () -> image.depthwiseConv(many, apart));
    }

    @Test
    void aTensorLargerThanTheHeapIsRefused() {
        int n = (int) Math.ceil(1.1 * Math.sqrt(NUMBERS_OF_THE_HEAP));
        assertThrows(IllegalArgumentException.class, () -> Tensor.zeros(Shape.of(n, n)));
    }
}
