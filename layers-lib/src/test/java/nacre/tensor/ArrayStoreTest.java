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

    @Test
    void aSmallerLastBatchDoesNotCrowdTheHeap() {
        var store = new ArrayStore(4 * 100);
        for (int size : new int[] {60, 40, 30, 60}) {
            float[] unused = store.take(size);
            store.recycle();
        }
        assertEquals(4 * (30 + 60), store.bytes(), "60 and 40 have given way to 30");
    }
}
