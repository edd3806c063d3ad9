package nacre.tests.parity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import nacre.parity.Main;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Every case that real Keras gave passes, group by group.
class ParityTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "activations",
                "initializers",
                "regularizers",
                "constraints",
                "activation_layers",
                "activation_layers_errors",
                "convolution",
                "convolution_errors",
                "core",
                "core_errors",
                "merging",
                "merging_errors",
                "normalization",
                "normalization_errors",
                "pooling",
                "pooling_errors",
                "recurrent",
                "recurrent_errors",
                "wrappers_errors",
                "regularization",
                "regularization_errors",
                "reshaping",
                "reshaping_errors"
            })
    void every_case_of_the_group_passes(String group) throws URISyntaxException {
        var reference = Path.of(ParityTest.class.getResource("/reference").toURI());
        var output = new ByteArrayOutputStream();
        var print = new PrintStream(output, true, StandardCharsets.UTF_8);
        int exit = Main.run(print, print, reference.toString(), "--group", group);
        assertEquals(0, exit, () -> output.toString(StandardCharsets.UTF_8));
    }
}
