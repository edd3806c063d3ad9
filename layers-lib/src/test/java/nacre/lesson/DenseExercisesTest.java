package nacre.lesson;

import static nacre.lesson.Answers.assertHint;
import static nacre.lesson.Answers.assertRight;
import static nacre.lesson.Lesson.check;

import nacre.data.Data;
import nacre.data.DataSet;
import nacre.layers.core.Dense;
import nacre.layers.core.Input;
import nacre.models.Sequential;
import nacre.tensor.Tensor;
import nacre.training.optimizers.Adam;
import org.junit.jupiter.api.Test;

class DenseExercisesTest {
    private static final String PARAMETERS = "dense-parameters";

    @Test
    void theFormulaOfTheParametersMayBeWrittenInAnyWay() {
        assertRight(check(PARAMETERS, (inputs, units) -> inputs * units + units));
        assertRight(check(PARAMETERS, (inputs, units) -> (inputs + 1) * units));
    }

    @Test
    void wrongFormulasGetHintsOfTheirOwn() {
        assertHint("What does each unit add", check(PARAMETERS, (in, units) -> in * units));
        assertHint("one bias in all", check(PARAMETERS, (in, units) -> in * units + 1));
        assertHint("to the inputs or", check(PARAMETERS, (in, units) -> in * units + in));
        assertHint("Use the arguments", check(PARAMETERS, (_, _) -> 100_480));
        assertHint("this gives 912. Count", check(PARAMETERS, Integer::sum));
    }

    @Test
    void xorNeedsTwoUnitsAndNoMore() {
        assertRight(check("dense-xor", xor(2, "tanh", 1)));
        assertHint("One unit can only", check("dense-xor", xor(1, "tanh", 1)));
        assertHint("4 of 4 are right with 8 hidden units.", check("dense-xor", xor(8, "tanh", 1)));
        assertHint("needs an activation", check("dense-xor", xor(2, "linear", 1)));
    }

    @Test
    void xorHasOneOutput() {
        var two = Sequential.of(Input.of(2), new Dense(2).activation("softmax")).seed(1);
        assertHint("2 outputs", check("dense-xor", two));
    }

    @Test
    void theSpiralIsLearnedWithMoreUnitsAndEpochs() {
        assertRight(check("dense-spiral", spiral(32, 200)));
        assertHint("More units", check("dense-spiral", spiral(8, 60)));
    }

    @Test
    void theSpiralHasAnOutputForEachArm() {
        var one = Sequential.of(Input.of(2), new Dense(1).activation("sigmoid")).seed(1);
        assertHint("has 1 unit. There are two arms", check("dense-spiral", one));
        var three = Sequential.of(Input.of(2), new Dense(3).activation("softmax")).seed(1);
        assertHint("has 3 units", check("dense-spiral", three));
    }

    @Test
    void aModelForOtherInputsIsToldSo() {
        var other = Sequential.of(Input.of(5), new Dense(1)).seed(1);
        assertHint("Your answer failed with: ", check("dense-xor", other));
        assertHint("Your answer failed with: ", check("dense-spiral", other));
    }

    /// What the lesson trains, with its options.
    private static Sequential xor(int units, String activation, long seed) {
        var inputs = Tensor.of(new float[][] {{0, 0}, {0, 1}, {1, 0}, {1, 1}});
        var answers = Tensor.of(new float[][] {{0}, {1}, {1}, {0}});
        var model =
                Sequential.of(
                                Input.of(2),
                                new Dense(units).activation(activation),
                                new Dense(1).activation("sigmoid"))
                        .seed(seed);
        model.compile(new Adam(0.05), "binary_crossentropy");
        model.fit(inputs, answers).epochs(500).verbose(0).run();
        return model;
    }

    private static Sequential spiral(int units, int epochs) {
        DataSet spirals = Data.spirals(600, 2, 0.05, 1);
        var model =
                Sequential.of(
                                Input.of(2),
                                new Dense(units).activation("relu"),
                                new Dense(2).activation("softmax"))
                        .seed(1);
        model.compile(new Adam(0.01), "sparse_categorical_crossentropy", "accuracy");
        model.fit(spirals.x(), spirals.y()).epochs(epochs).verbose(0).run();
        return model;
    }
}
