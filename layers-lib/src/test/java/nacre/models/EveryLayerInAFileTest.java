package nacre.models;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import nacre.layers.Layer;
import nacre.layers.catalogue.Example;
import nacre.layers.catalogue.Examples;
import nacre.layers.core.Input;
import nacre.layers.core.InputLayer;
import nacre.layers.core.Lambda;
import nacre.tensor.Tensor;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// A model around each layer of the catalogue, saved and loaded.
class EveryLayerInAFileTest {
    @TempDir Path folder;

    static Stream<Named<Example>> examples() {
        return Examples.all().entrySet().stream()
                .filter(entry -> !List.of(Lambda.class, InputLayer.class).contains(entry.getKey()))
                .map(entry -> Named.of(entry.getKey().getSimpleName(), entry.getValue()));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void comesBackAsItWas(Example example) {
        List<Tensor> inputs = example.inputs().stream().map(Input::of).toList();
        Layer layer = example.layer();
        List<Tensor> outputs = layer.applyAll(inputs);
        Model model = Model.of(inputs, outputs).seed(3);
        Path file = folder.resolve("m.keras");
        model.save(file);
        Model again = Models.load(file);
        assertEquals(model.toJson(), again.toJson());
        List<Tensor> data = example.data(2, 5);
        List<Tensor> want = model.predictAll(data, 2);
        List<Tensor> got = again.predictAll(data, 2);
        for (int i = 0; i < want.size(); i++) {
            assertArrayEquals(want.get(i).toArray(), got.get(i).toArray());
        }
    }

    /// One model with a branch for each layer of the catalogue.
    @Test
    void aModelOfAllOfThemComesBackAsItWas() {
        var inputs = new ArrayList<Tensor>();
        var outputs = new ArrayList<Tensor>();
        var data = new ArrayList<Tensor>();
        examples()
                .map(Named::getPayload)
                .forEach(
                        example -> {
                            List<Tensor> own = example.inputs().stream().map(Input::of).toList();
                            inputs.addAll(own);
                            outputs.addAll(example.layer().applyAll(own));
                            data.addAll(example.data(2, 5));
                        });
        Model model = Model.of(inputs, outputs).seed(3);
        Path file = folder.resolve("all.keras");
        model.save(file);
        Model again = Models.load(file);
        assertEquals(model.toJson(), again.toJson());
        assertEquals(model.getWeights().toString(), again.getWeights().toString());
        List<Tensor> want = model.predictAll(data, 2);
        List<Tensor> got = again.predictAll(data, 2);
        assertEquals(outputs.size(), got.size());
        for (int i = 0; i < want.size(); i++) {
            assertArrayEquals(want.get(i).toArray(), got.get(i).toArray(), "output " + i);
        }
    }
}
