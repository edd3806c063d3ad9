package nacre.parity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The runner believes nothing: what is wrong in a case is found.
class RunnerTest {
    private static final String RELU =
            """
            {"id": "a/relu", "kind": "activation", "activation": "relu", "kwargs": {},
             "input": {"shape": [2], "dtype": "float32", "data": [-1, 2]},
             "output": {"shape": [2], "dtype": "float32", "data": [0, 2]}}""";
    private static final String DENSE =
            """
            {"id": "d", "layer": "Dense", "kind": "layer", "kwargs": {"units": 1},
             "weights": [{"name": "kernel", "trainable": true, "shape": [2, 1], "dtype": "float32", "data": [1, 2]},
                         {"name": "bias", "trainable": true, "shape": [1], "dtype": "float32", "data": [3]}],
             "count_params": 3,
             "calls": [{"inputs": {"shape": [1, 2], "dtype": "float32", "data": [1, 1]},
                        "outputs": {"shape": [1, 1], "dtype": "float32", "data": [6]},
                        "upstream": [{"shape": [1, 1], "dtype": "float32", "data": [2]}],
                        "grad_inputs": [{"shape": [1, 2], "dtype": "float32", "data": [2, 4]}],
                        "grad_weights": [{"shape": [2, 1], "dtype": "float32", "data": [2, 2]},
                                         {"shape": [1], "dtype": "float32", "data": [2]}]}],
             "compute_output_shape": {"input": [null, 2], "output": [null, 1]}}""";

    @TempDir Path folder;
    private String printed = "";

    private int run(String... cases) throws IOException {
        Files.writeString(
                folder.resolve("cases.json"),
                "{\"format\": 1, \"group\": \"g\", \"cases\": [" + String.join(",", cases) + "]}");
        var output = new ByteArrayOutputStream();
        var print = new PrintStream(output, true, StandardCharsets.UTF_8);
        int exit = Main.run(print, print, folder.toString());
        printed = output.toString(StandardCharsets.UTF_8);
        return exit;
    }

    @Test
    void right_cases_pass() throws IOException {
        assertEquals(0, run(RELU, DENSE), () -> printed);
    }

    @Test
    void a_wrong_output_is_found() throws IOException {
        assertEquals(1, run(RELU.replace("[0, 2]", "[0, 2.001]")));
        assertTrue(printed.contains("FAILED a/relu"), () -> printed);
    }

    @Test
    void wrong_gradients_weights_names_and_shapes_are_found() throws IOException {
        String[][] mistakes = {
            {"\"data\": [2, 4]", "\"data\": [2, 5]"},
            {"\"data\": [2, 2]", "\"data\": [2, 3]"},
            {"\"count_params\": 3", "\"count_params\": 4"},
            {"\"name\": \"bias\"", "\"name\": \"b\""},
            {"\"output\": [null, 1]", "\"output\": [null, null]"},
            {"\"kwargs\": {\"units\": 1}", "\"kwargs\": {\"units\": 1, \"colour\": 1}"},
        };
        for (String[] mistake : mistakes) {
            assertTrue(DENSE.contains(mistake[0]), mistake[0]);
            assertEquals(1, run(DENSE.replace(mistake[0], mistake[1])), mistake[1]);
        }
    }

    @Test
    void what_should_fail_and_does_not_is_found() throws IOException {
        String negative =
                """
                {"id": "e", "layer": "Dense", "kind": "error", "args": [], "kwargs": {"units": -1}, "stage": "construct",
                 "error": "ValueError", "message": "Expected a positive integer. Received: units=-1"}""";
        assertEquals(0, run(negative), () -> printed);
        assertEquals(1, run(negative.replace("-1", "1")));
    }

    @Test
    void unknown_kinds_are_counted_and_not_passed() throws IOException {
        assertEquals(0, run(RELU.replace("\"kind\": \"activation\"", "\"kind\": \"poem\"")));
        assertTrue(printed.contains("poem"), () -> printed);
    }
}
