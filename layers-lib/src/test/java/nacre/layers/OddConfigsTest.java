package nacre.layers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import nacre.layers.catalogue.Example;
import nacre.layers.config.Config;
import nacre.layers.core.Dense;
import nacre.layers.recurrent.LSTM;
import nacre.tensor.Tensor;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// A config with a value that cannot be is refused in words, where the layer is made or where it is
/// first used.
class OddConfigsTest {
    private static final List<@Nullable Object> ODD = Arrays.asList(null, "abc", -1, List.of());

    @ParameterizedTest
    @MethodSource("nacre.layers.LayerContractTest#examples")
    void everyOptionTakesAValueOrRefusesItInWords(Example example) {
        Config right = example.layer().getConfig();
        for (String option : right.keySet()) {
            for (Object value : ODD) {
                Config odd = right.with(option, value);
                InWords.check(
                        right.type().getSimpleName() + " with " + option + " = " + value,
                        () -> {
                            Layer layer = Layer.fromConfig(odd);
                            List<Tensor> unused = layer.applyAll(example.data(2, 1));
                        });
            }
        }
    }

    @Test
    void aMisspelledOptionIsRefusedWithTheOneThatIsMeant() {
        assertEquals(
                "Dense has no option `unit`. Did you mean \"units\"?",
                refusal(new Config(Dense.class, Map.of("unit", 3))));
        assertEquals(
                "LSTM has no option `return_sequence`. Did you mean \"return_sequences\"?",
                refusal(new LSTM(3).getConfig().with("return_sequence", true)));
    }

    @Test
    void whatOtherVersionsWriteIsNoMistake() {
        Config old =
                new LSTM(3)
                        .getConfig()
                        .with("time_major", false)
                        .with("batch_input_shape", Arrays.asList(null, 5, 2));
        assertEquals(3, Layer.fromConfig(old).getConfig().get("units"));
        var file = Map.of("class_name", "Dense", "config", Map.of("units", 3, "to_come", 1));
        assertEquals(3, Layer.of(file).getConfig().get("units"));
    }

    @Test
    void aValueOfAnotherKindIsRefusedInALearnersWords() {
        Config dense = new Dense(3).getConfig();
        assertEquals(
                "Dense: `units` must be a whole number; got 2.5.",
                refusal(dense.with("units", 2.5)));
        assertEquals(
                "Dense: `use_bias` must be true or false; got 3.",
                refusal(dense.with("use_bias", 3)));
    }

    private static String refusal(Config config) {
        return String.valueOf(
                assertThrows(IllegalArgumentException.class, () -> Layer.fromConfig(config))
                        .getMessage());
    }
}
