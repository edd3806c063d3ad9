package nacre.layers;

import java.util.Arrays;
import java.util.List;
import nacre.layers.catalogue.Example;
import nacre.layers.config.Config;
import nacre.tensor.Tensor;
import org.jspecify.annotations.Nullable;
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
}
