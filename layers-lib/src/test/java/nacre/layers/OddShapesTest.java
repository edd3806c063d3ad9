package nacre.layers;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import nacre.layers.catalogue.Example;
import nacre.layers.core.Input;
import nacre.tensor.Shape;
import nacre.tensor.Tensor;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// A layer takes any shape or refuses it in words: empty axes, single places, axes too few or too
/// many.
class OddShapesTest {
    private static final int[][] SHAPES = {
        {},
        {3},
        {0},
        {2, 3},
        {0, 3},
        {2, 0},
        {2, 1},
        {2, 3, 4},
        {2, 0, 4},
        {2, 3, 0},
        {2, 3, 4, 5},
        {0, 3, 4, 5},
        {2, 3, 0, 5},
        {2, 1, 1, 1},
        {2, 3, 4, 5, 2},
        {2, 0, 4, 5, 2},
        {2, 1, 2, 1, 2, 1}
    };

    @ParameterizedTest
    @MethodSource("nacre.layers.LayerContractTest#examples")
    void everyLayerTakesAShapeOrRefusesItInWords(Example example) {
        for (int[] shape : SHAPES) {
            String on =
                    example.layer().getClass().getSimpleName() + " on " + Arrays.toString(shape);
            inWords(on, example, example.layer(), () -> Tensor.ones(Shape.of(shape)));
            inWords(on + ", symbolic", example, example.layer(), () -> Input.of(shape));
            Layer built = example.layer();
            List<Tensor> unused = built.applyAll(example.data(2, 1));
            inWords(on + ", built", example, built, () -> Tensor.ones(Shape.of(shape)));
        }
    }

    private static void inWords(String what, Example example, Layer layer, Supplier<Tensor> input) {
        var inputs = new ArrayList<Tensor>();
        example.inputs().forEach(_ -> inputs.add(input.get()));
        InWords.check(
                what,
                () -> {
                    List<Tensor> unused = layer.applyAll(inputs, Call.training());
                });
    }
}
