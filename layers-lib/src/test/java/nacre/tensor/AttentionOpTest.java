package nacre.tensor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import nacre.compute.Threads;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AttentionOpTest {
    private static final float SCALE = 0.7f;

    private final SplittableRandom random = new SplittableRandom(5);

    private Tensor some(int... dims) {
        Shape shape = Shape.of(dims);
        float[] numbers = new float[shape.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = (float) (2 * random.nextDouble() - 1);
        }
        return Tensor.of(numbers, dims);
    }

    /// The result and the gradients by queries, keys and values.
    private interface Looking {
        Tensor at(Tensor query, Tensor key, Tensor value);
    }

    private static List<Tensor> results(Looking looking, Tensor query, Tensor key, Tensor value) {
        var tape = new Tape(Set.of());
        return tape.run(
                () -> {
                    Tensor q = tape.watch(query);
                    Tensor k = tape.watch(key);
                    Tensor v = tape.watch(value);
                    Tensor y = looking.at(q, k, v);
                    Gradients gradients = tape.gradients(y.square().sum());
                    return List.of(y.detach(), gradients.of(q), gradients.of(k), gradients.of(v));
                });
    }

    /// The same, one operation after the other.
    private static Tensor plain(Tensor query, Tensor key, Tensor value, @Nullable Tensor mask) {
        int group = query.dim(2) / key.dim(2);
        Tensor scores = Tensor.einsum("bqhd,bvhd->bhqv", query, key.repeat(group, 2)).mul(SCALE);
        Tensor seen = mask == null ? scores : scores.where(mask, -1e30f);
        return Tensor.einsum("bhqv,bvhd->bqhd", seen.softmax(-1), value.repeat(group, 2));
    }

    private void compare(Tensor query, Tensor key, Tensor value, @Nullable Tensor mask) {
        List<Tensor> expected = results((q, k, v) -> plain(q, k, v, mask), query, key, value);
        int before = Threads.count();
        try {
            for (int threads : new int[] {1, 5}) {
                Threads.use(threads);
                List<Tensor> fused =
                        results((q, k, v) -> q.attend(k, v, mask, SCALE), query, key, value);
                for (int i = 0; i < expected.size(); i++) {
                    assertEquals(expected.get(i).shape(), fused.get(i).shape());
                    assertArrayEquals(
                            expected.get(i).toArray(),
                            fused.get(i).toArray(),
                            2e-5f,
                            "number " + i);
                }
            }
        } finally {
            Threads.use(before);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "0, 2, 3, 2, 1, 4, 4",
        "1, 1, 1, 1, 1, 1, 1",
        "2, 0, 3, 2, 2, 4, 3",
        "2, 3, 5, 4, 2, 7, 3",
        "3, 17, 33, 6, 2, 8, 16",
        "2, 70, 50, 4, 4, 32, 32",
        "1, 5, 300, 3, 1, 64, 10"
    })
    void allAtOnceIsOneOperationAfterTheOther(
            int batch, int queries, int values, int heads, int keyHeads, int size, int valueSize) {
        Tensor query = some(batch, queries, heads, size);
        Tensor key = some(batch, values, keyHeads, size);
        Tensor value = some(batch, values, keyHeads, valueSize);
        compare(query, key, value, null);
        compare(query, key, value, some(batch, 1, queries, values).greater(0));
        compare(query, key, value, some(batch, 1, 1, values).greater(0));
        compare(query, key, value, some(1, heads, queries, 1).greater(-0.5f));
    }

    @Test
    void notANumberSpreadsOverWhatSeesIt() {
        Tensor key = some(1, 3, 2, 4);
        float[] numbers = key.toArray();
        numbers[4] = Float.NaN; // in the second head
        Tensor y =
                some(1, 2, 2, 4)
                        .attend(Tensor.of(numbers, 1, 3, 2, 4), some(1, 3, 2, 4), null, SCALE);
        assertEquals(Float.NaN, y.slice(2, 1, 2).toArray()[0]);
        assertEquals(0, y.slice(2, 0, 1).isNan().sum().item());
    }

    @Test
    void aMaskThatDoesNotFitIsRefused() {
        Tensor x = some(2, 3, 1, 4);
        assertThrows(IllegalArgumentException.class, () -> x.attend(x, x, some(2, 1, 5, 3), SCALE));
    }
}
