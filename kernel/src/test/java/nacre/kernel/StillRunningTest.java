package nacre.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StillRunningTest {
    @Test
    void eachPlaceIsNamedOnce() {
        assertEquals(
                "Still running:\nCell [1], line 2 (2 threads)\nCell [3], line 1\n",
                StillRunning.told(
                        List.of("Cell [1], line 2", "Cell [3], line 1", "Cell [1], line 2")));
    }

    @Test
    void ofManyPlacesTenAreNamed() {
        String told =
                StillRunning.told(
                        IntStream.rangeClosed(1, 13).mapToObj("Cell [%d]"::formatted).toList());
        assertTrue(told.endsWith("Cell [10]\nand 3 more places\n"), told);
    }
}
