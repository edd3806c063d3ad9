package nacre.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import nacre.display.Screen;
import nacre.layers.core.Dense;
import nacre.layers.core.Input;
import nacre.models.Sequential;
import nacre.tensor.Tensor;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LiveChartTest {
    private final Tensor x = Tensor.of(new float[][] {{1}, {2}, {3}});
    private final List<String> shown = new ArrayList<>();
    private int places;
    private final Screen before = Screen.current();

    @BeforeEach
    void watch() {
        Screen.use(
                new Screen() {
                    @Override
                    public Live show(@Nullable Object value) {
                        places++;
                        shown.add(String.valueOf(value));
                        return newer -> shown.add(String.valueOf(newer));
                    }
                });
    }

    @AfterEach
    void restore() {
        Screen.use(before);
    }

    @Test
    void itIsDrawnAnewInOnePlaceAfterEachEpoch() {
        train(Plot.live());
        assertEquals(1, places);
        assertEquals(3, shown.size());
        assertTrue(
                shown.getFirst().startsWith("Line chart over epoch 1 to 1: loss"), shown::toString);
        assertTrue(
                shown.getLast().startsWith("Line chart over epoch 1 to 3: loss"), shown::toString);
        assertTrue(shown.getLast().contains("; val_loss"), shown::toString);
    }

    @Test
    void eachTrainingHasAChartOfItsOwn() {
        LiveChart live = Plot.live("loss").style(chart -> chart.title("again"));
        train(live);
        train(live);
        assertEquals(2, places);
        assertTrue(
                shown.getLast().startsWith("again. Line chart over epoch 1 to 3"), shown::toString);
    }

    @Test
    void whatNobodyRecordsIsTold() {
        var error = assertThrows(IllegalArgumentException.class, () -> train(Plot.live("los")));
        assertEquals("the training records no \"los\". Did you mean \"loss\"?", error.getMessage());
    }

    private void train(LiveChart live) {
        var model = Sequential.of(Input.of(1), new Dense(1)).seed(1);
        model.compile("sgd", "mse");
        model.fit(x, x).validation(x, x).epochs(3).verbose(0).callbacks(live).run();
    }
}
