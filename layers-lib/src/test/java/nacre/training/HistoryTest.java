package nacre.training;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.junit.jupiter.api.Test;

/// What training has recorded, as it is printed.
class HistoryTest {
    @Test
    void oneEpochIsOne() {
        var history = new History();
        history.add(0, Map.of("loss", 0.5));
        assertEquals("1 epoch", history.toString().lines().findFirst().orElseThrow());
        history.add(1, Map.of("loss", 0.25));
        assertEquals("2 epochs", history.toString().lines().findFirst().orElseThrow());
    }
}
