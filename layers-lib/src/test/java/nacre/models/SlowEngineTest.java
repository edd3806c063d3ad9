package nacre.models;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import nacre.layers.core.Dense;
import nacre.layers.core.Input;
import nacre.tensor.Shape;
import nacre.tensor.Tensor;
import org.junit.jupiter.api.Test;

class SlowEngineTest {
    private static final String ADVICE = "--add-modules jdk.incubator.vector";

    @Test
    void withoutVectorsItIsSaidOnceWhatToDo() throws IOException {
        String said = outputOf();
        assertEquals(2, (said + "end").split(ADVICE, -1).length, said);
    }

    @Test
    void withVectorsNothingIsSaid() throws IOException {
        assertEquals("trained", outputOf("--add-modules=jdk.incubator.vector"));
    }

    private static String outputOf(String... flags) throws IOException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(flags));
        command.addAll(List.of("-cp", System.getProperty("java.class.path")));
        command.add(SlowEngineTest.class.getName());
        Process process =
                new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    }

    /// Trains, trains again and predicts.
    public static void main(String[] args) {
        var model = Sequential.of(Input.of(2), new Dense(1));
        model.compile("sgd", "mse");
        Tensor x = Tensor.zeros(Shape.of(3, 2));
        Tensor y = Tensor.zeros(Shape.of(3, 1));
        for (int i = 0; i < 2; i++) {
            model.fit(x, y).verbose(0).run();
        }
        Tensor unused = model.predict(x);
        System.out.println("trained");
    }
}
