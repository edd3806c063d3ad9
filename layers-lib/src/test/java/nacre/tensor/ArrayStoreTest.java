package nacre.tensor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;

import org.junit.jupiter.api.Test;

class ArrayStoreTest {
    @Test
    void aRunWorksInTheArraysOfTheLast() {
        var first = new ArrayStore();
        float[] array = first.take(100);
        first.recycle();
        first.giveBack();
        ArrayStore next = ArrayStore.borrow();
        assertSame(first, next);
        assertSame(array, next.take(100));
        assertNotSame(array, next.take(100), "it is taken");
    }

    @Test
    void whatIsLentIsLentOnce() {
        var store = new ArrayStore();
        store.giveBack();
        assertSame(store, ArrayStore.borrow());
        assertNotSame(store, ArrayStore.borrow());
    }

    @Test
    void whatAStepThatWasCutShortHasTakenIsNotUsedAgain() {
        var store = new ArrayStore();
        float[] unused = store.take(100);
        store.giveBack();
        assertNotSame(store, ArrayStore.borrow());
    }

    @Test
    void sizesThatNobodyNeedsAnyMoreAreLetGo() {
        var store = new ArrayStore();
        float[] unused = store.take(1_000);
        store.recycle();
        for (int run = 0; run < 20; run++) {
            float[] small = store.take(10);
            store.recycle();
            store.giveBack();
        }
        assertEquals(4 * 10, store.bytes());
    }
}
