package nacre.lesson;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.ServiceLoader;
import nacre.display.Choices;
import nacre.display.WarmUp;
import nacre.layers.activation.Activations;
import nacre.layers.convolutional.Conv1D;
import nacre.layers.convolutional.Conv2D;
import nacre.layers.core.Dense;
import nacre.layers.pooling.MaxPooling2D;
import nacre.layers.weights.Initializer;
import nacre.tensor.Shape;
import nacre.training.Loss;
import nacre.training.Metric;
import nacre.training.Optimizer;
import nacre.training.callbacks.EarlyStopping;
import org.junit.jupiter.api.Test;

/// What TAB offers between quotes is what the library takes.
class ChoicesTest {
    @Test
    void everyActivationThatIsOfferedIsTaken() {
        List<String> names = Choices.all("activation", 0);
        assertEquals(Activations.values().length - 1, names.size()); // not threshold
        for (String name : names) {
            int width = name.equals("glu") ? 2 : 4; // it halves: one half is the other's gate
            assertEquals(
                    Shape.of(2, width),
                    new Dense(4).activation(name).outputShape(Shape.of(2, 3)),
                    name);
        }
        assertEquals(names, Choices.all("recurrentActivation", 0));
    }

    @Test
    void whatCompileTakesDependsOnTheArgument() {
        Choices.all("compile", 0).forEach(Optimizer::of);
        Choices.all("compile", 1).forEach(Loss::of);
        Choices.all("compile", 2).stream()
                .filter(name -> !name.equals("accuracy"))
                .forEach(Metric::of);
        assertTrue(Choices.all("compile", 0).containsAll(List.of("adam", "adamw", "rmsprop")));
        assertTrue(Choices.all("compile", 1).contains("sparse_categorical_crossentropy"));
        assertTrue(Choices.all("compile", 3).contains("accuracy"));
    }

    @Test
    void initializersThatNeedArgumentsAreLeftOut() {
        List<String> names = Choices.all("kernelInitializer", 0);
        names.forEach(Initializer::of);
        assertTrue(names.containsAll(List.of("glorot_uniform", "identity")));
        assertTrue(!names.contains("constant"));
    }

    @Test
    void otherArgumentsHaveNoChoices() {
        assertEquals(List.of(), Choices.all("println", 0));
        assertEquals(List.of(), Choices.all("MeanAveragePrecision", "mode", 0));
        assertEquals(List.of(), Choices.all("activation", 1));
    }

    @Test
    void aLayerIsOfferedOnlyWhatItTakes() {
        Choices.all("Conv2D", "padding", 0).forEach(new Conv2D(4, 3)::padding);
        Choices.all("Conv1D", "padding", 0).forEach(new Conv1D(4, 3)::padding);
        Choices.all("MaxPooling2D", "padding", 0).forEach(new MaxPooling2D(2)::padding);
        assertEquals(3, Choices.all("padding", 0).size());
    }

    @Test
    void exercisesAreOffered() {
        assertTrue(Choices.all("check", 0).stream().anyMatch(name -> name.contains("dense")));
    }

    @Test
    void whatIsToBeWarmedUpRuns() {
        var all =
                ServiceLoader.load(WarmUp.class).stream().map(ServiceLoader.Provider::get).toList();
        assertEquals(2, all.size());
        all.forEach(WarmUp::run);
    }

    @Test
    void aCallbackWatchesWhatATrainingRecords() {
        assertTrue(Choices.all("monitor", 0).contains("val_loss"));
        Choices.all("EarlyStopping", "mode", 0).forEach(new EarlyStopping()::mode);
        assertEquals(3, Choices.all("EarlyStopping", "mode", 0).size());
    }
}
