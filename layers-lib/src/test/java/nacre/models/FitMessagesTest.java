package nacre.models;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import nacre.display.Screen;
import nacre.layers.Layer;
import nacre.layers.core.Dense;
import nacre.layers.core.Input;
import nacre.layers.pooling.MaxPooling2D;
import nacre.tensor.Shape;
import nacre.tensor.Tensor;
import nacre.training.callbacks.EarlyStopping;
import nacre.training.callbacks.TerminateOnNaN;
import nacre.training.losses.Huber;
import nacre.training.metrics.Precision;
import nacre.training.optimizers.Adam;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/// What a fit says of itself and of data that do not fit.
class FitMessagesTest {
    @Test
    void targetsThatDoNotFitAreToldFromPredictions() {
        var model = Sequential.of(Input.of(2), new Dense(3));
        model.compile("sgd", "mse");
        var fit = model.fit(Tensor.ones(Shape.of(4, 2)), Tensor.ones(Shape.of(4, 5)));
        assertEquals(
                "Targets of shape (4, 5) do not fit predictions of shape (4, 3). The last layer"
                        + " gives one number for each target: its units and the last axis of the"
                        + " targets must be equal.",
                assertThrows(IllegalArgumentException.class, fit::run).getMessage());
    }

    @Test
    void aFitWithoutRunSaysThatNothingIsTrained() {
        var model = Sequential.of(Input.of(2), new Dense(1).name("out")).name("small");
        model.compile("sgd", "mse");
        var x = Tensor.ones(Shape.of(4, 2));
        assertEquals(
                "Prepared to fit \"small\", epochs 1 to 3. Nothing is trained yet; add .run()",
                model.fit(x, Tensor.ones(Shape.of(4, 1))).epochs(3).toString());
    }

    @Test
    void oneSampleIsToldFromABatch() {
        var x = Input.of(2);
        var model = Model.of(x, new Dense(3).apply(x));
        String told =
                assertThrows(
                                IllegalArgumentException.class,
                                () -> model.predict(new float[] {1, 2}))
                        .getMessage();
        assertTrue(told.contains("add a batch axis: new float[][] {x}"), told);
        String wrong =
                assertThrows(
                                IllegalArgumentException.class,
                                () -> model.predict(new float[] {1, 2, 3}))
                        .getMessage();
        assertTrue(wrong.endsWith("got data of shape (3,)."), wrong);
    }

    @Test
    void whatIsNoMetricIsSaidByCompile() {
        var model = line();
        for (Object metrics : List.of("acuracy", List.of("mae", "acuracy"))) {
            assertEquals(
                    "There is no metric \"acuracy\". Did you mean \"accuracy\"?",
                    assertThrows(
                                    IllegalArgumentException.class,
                                    () -> model.compile("sgd", "mse", metrics))
                            .getMessage());
        }
        model.compile("sgd", "mse", "acc", "mae");
    }

    @Test
    void optimizersLossesAndMetricsPrintTheirNames() {
        assertEquals("Adam \"adam\", learning rate 0.001", new Adam().toString());
        assertEquals("Huber \"mine\"", new Huber().name("mine").toString());
        assertEquals("Precision \"precision\"", new Precision().toString());
    }

    @Test
    void dataThatAreStillToComeAreRefused() {
        var model = Sequential.of(Input.of(2), new Dense(1));
        assertEquals(
                "Data have numbers; this tensor of shape (None, 3) is symbolic and stands for data to"
                        + " come. To connect the model to it as a layer, say model.apply(x).",
                assertThrows(IllegalArgumentException.class, () -> model.predict(Input.of(3)))
                        .getMessage());
    }

    private static final Tensor X = Tensor.ones(Shape.of(4, 2));
    private static final Tensor Y = Tensor.ones(Shape.of(4, 1));

    private static Model line() {
        var model = Sequential.of(Input.of(2), new Dense(1)).name("line");
        model.compile("sgd", "mse");
        return model;
    }

    private static Model twins() {
        var a = Input.of(2);
        var b = Input.of(2);
        List<Tensor> outputs = List.of(new Dense(1).apply(a), new Dense(1).apply(b));
        Model model = Model.of(List.of(a, b), outputs);
        model.name("twins");
        model.compile("sgd", "mse");
        return model;
    }

    private static void assertSaid(String message, Executable what) {
        assertEquals(message, assertThrows(IllegalArgumentException.class, what).getMessage());
    }

    @Test
    void numbersThatCannotBeAreToldAtOnce() {
        var fit = line().fit(X, Y);
        assertSaid("`epochs` must be a positive whole number; got -1.", () -> fit.epochs(-1));
        assertSaid("`batchSize` must be a positive whole number; got 0.", () -> fit.batchSize(0));
        assertSaid("`initialEpoch` must be 0 or more; got -2.0.", () -> fit.initialEpoch(-2));
        assertSaid(
                "`batchSize` must be a positive whole number; got 0.",
                () -> line().evaluate(X, Y, 0));
        assertSaid(
                "`batchSize` must be a positive whole number; got -3.",
                () -> line().predictAll(X, -3));
        assertSaid("`learningRate` must be 0 or more; got -1.0.", () -> new Adam(-1));
        assertSaid("`learningRate` must be 0 or more; got NaN.", () -> new Adam(Double.NaN));
        assertSaid(
                "`learningRate` must be 0 or more; got -0.5.", () -> new Adam().learningRate(-0.5));
        assertSaid("`beta1` must be a share between 0 and 1; got 2.0.", () -> new Adam().beta1(2));
        assertSaid("`clipnorm` must be 0 or more; got -1.0.", () -> new Adam().clipnorm(-1));
        assertSaid(
                "`patience` must be 0 or more; got -1.0.", () -> new EarlyStopping().patience(-1));
    }

    @Test
    @SuppressWarnings("NullAway") // what a learner may do
    void missingDataAreTold() {
        String missing =
                "Data are missing: null was given where a tensor or an array of numbers was expected.";
        assertSaid(missing, () -> line().predict(null));
        assertSaid(missing, () -> line().fit(X, (Tensor) null));
        assertSaid(missing, () -> line().fit((Object) null, Y));
        Tensor none = Tensor.zeros(Shape.of(0, 2));
        assertSaid(
                "There is nothing to train on: no samples came.",
                () -> line().fit(none, Tensor.zeros(Shape.of(0, 1))).verbose(0).run());
    }

    @Test
    void tooManyAndTooFewInputsAndTargetsAreTold() {
        assertSaid(
                "The model \"line\" has 1 input and got 2.",
                () -> line().fit(List.of(X, X), List.of(Y)).verbose(0).run());
        assertSaid(
                "The model \"twins\" has 2 inputs and got 1. Give them in a list: List.of(a, b).",
                () -> twins().fit(X, List.of(Y, Y)).verbose(0).run());
        assertSaid(
                "The model has 2 outputs and got targets for 1.",
                () -> twins().fit(List.of(X, X), Y).verbose(0).run());
        assertSaid(
                "The model has 1 output and got targets for 2.",
                () -> line().fit(X, List.of(Y, Y)).verbose(0).run());
    }

    @Test
    void targetsThatAreNoNumbersAreToldUnlessTheyAreWatchedFor() {
        Tensor holed = Tensor.of(new float[] {1, 2, Float.NaN, 4}, 4, 1);
        assertSaid(
                "The targets of sample 2 hold NaN, which is no number: nothing can be learned from"
                        + " that. Leave the sample out, or look where it comes from.",
                () -> line().fit(X, holed).verbose(0).run());
        var history =
                line().fit(X, holed).epochs(9).callbacks(new TerminateOnNaN()).verbose(0).run();
        assertEquals(List.of(0), history.epochs());
    }

    /// What is shown while this runs.
    private static List<String> shown(Runnable work) {
        var shown = new ArrayList<String>();
        Screen before = Screen.current();
        Screen.use(
                value -> {
                    shown.add(String.valueOf(value));
                    return _ -> {};
                });
        try {
            work.run();
        } finally {
            Screen.use(before);
        }
        return shown;
    }

    @Test
    void aValueToWatchThatIsNotRecordedIsToldOnceAndTrainingGoesOn() {
        Fit fit = line().fit(X, Y).epochs(3).verbose(0);
        assertEquals(
                List.of(
                        "EarlyStopping watches \"val_loss\", which is not among the recorded values"
                                + " [loss], and does nothing. Give validation data, with"
                                + " validation(x, y) or validationSplit(0.2), or name another value"
                                + " with monitor(…)."),
                shown(() -> fit.callbacks(new EarlyStopping()).run()));
        assertEquals(3, fit.model.history().epochs().size());
        assertEquals(
                List.of(
                        "EarlyStopping watches \"lose\", which is not among the recorded values"
                                + " [loss], and does nothing. Did you mean \"loss\"?"),
                shown(
                        () ->
                                line().fit(X, Y)
                                        .callbacks(new EarlyStopping().monitor("lose"))
                                        .verbose(0)
                                        .run()));
    }

    @Test
    void aValueThatIsSeenOnlyAfterSomeEpochsIsAwaited() {
        Fit fit =
                line().fit(X, Y)
                        .epochs(4)
                        .validation(X, Y)
                        .validationFreq(2)
                        .callbacks(new EarlyStopping().patience(5))
                        .verbose(0);
        assertEquals(List.of(), shown(fit::run));
    }

    @Test
    void withoutALossThereIsNothingToTrain() {
        var model = Sequential.of(Input.of(2), new Dense(1));
        model.compile("sgd", null);
        assertEquals(
                "There is no loss to make smaller. Give one to compile, such as"
                        + " model.compile(\"adam\", \"mse\").",
                assertThrows(IllegalStateException.class, () -> model.trainOnBatch(X, Y))
                        .getMessage());
        var priced = Sequential.of(Input.of(2), new Dense(1).activityRegularizer("l2"));
        priced.compile("sgd", null);
        assertTrue(priced.trainOnBatch(X, Y).get("loss") > 0);
    }

    @Test
    void aForgottenFlattenIsNamed() {
        Tensor pictures = Tensor.ones(Shape.of(4, 6, 6, 1));
        Tensor classes = Tensor.range(4);
        for (boolean sparse : new boolean[] {true, false}) {
            var model = Sequential.of(Input.of(6, 6, 1), new Dense(4).activation("softmax"));
            model.compile(
                    "sgd", (sparse ? "sparse_" : "") + "categorical_crossentropy", "accuracy");
            Tensor y = sparse ? classes : classes.oneHot(4);
            String told =
                    assertThrows(IllegalArgumentException.class, model.fit(pictures, y)::run)
                            .getMessage();
            assertTrue(told.contains("(4, 6, 6") && told.contains("a Flatten"), told);
        }
    }

    @Test
    void dataOfAnotherTypeAreToldByIt() {
        assertEquals(
                "Data can be tensors, arrays of numbers, lists of numbers or EJML's matrices; got"
                        + " something of type Integer.",
                assertThrows(IllegalArgumentException.class, () -> line().predict(5)).getMessage());
    }

    @Test
    void aClassThatIsNoneSaysWhatToDo() {
        var model = Sequential.of(Input.of(2), new Dense(3).activation("softmax"));
        model.compile("sgd", "sparse_categorical_crossentropy");
        assertEquals(
                "Class number 3 does not fit predictions of 3 classes (0 to 2). The last layer"
                        + " needs one unit for each class.",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> model.trainOnBatch(X, Tensor.full(Shape.of(4), 3)))
                        .getMessage());
        assertEquals(
                "Class number 0.5 does not fit predictions of 3 classes (0 to 2). Classes are whole"
                        + " numbers from 0 on.",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> model.trainOnBatch(X, Tensor.full(Shape.of(4), 0.5f)))
                        .getMessage());
    }

    @Test
    void oneTargetIsNotStretchedOverSeveralProbabilities() {
        var model = Sequential.of(Input.of(2), new Dense(3).activation("sigmoid"));
        model.compile("sgd", "binary_crossentropy");
        assertTrue(
                assertThrows(IllegalArgumentException.class, () -> model.trainOnBatch(X, Y))
                        .getMessage()
                        .startsWith(
                                "Targets of shape (4, 1) do not fit predictions of shape (4, 3)."));
    }

    @Test
    void aLayerThatDoesNotFitIsNamed() {
        assertEquals(
                "MaxPooling2D \"small\": A window of 3 places does not fit into axis 1 of the input"
                        + " (None, 2, 2, 1), which has 2. Use a smaller window, or padding \"same\".",
                assertThrows(
                                IllegalArgumentException.class,
                                () ->
                                        Sequential.of(
                                                Input.of(2, 2, 1),
                                                new MaxPooling2D(3).name("small")))
                        .getMessage());
    }

    @Test
    void aPlaceBeyondTheLayersIsTold() {
        assertEquals(
                "Was asked for layer 4, but the model has only 1 layer.",
                assertThrows(IllegalArgumentException.class, () -> line().getLayer(4))
                        .getMessage());
    }

    @Test
    void whatIsNoLayerAndNoLossIsSaidAtOnce() {
        Layer none = null;
        var wrong = new ArrayList<String>();
        for (Executable slip :
                List.<Executable>of(
                        () -> Sequential.of(new Dense(1), none),
                        () -> {
                            var model = Sequential.of(new Dense(1));
                            model.add(model);
                        },
                        () -> line().compile("sgd", 3),
                        () -> line().compile(0.1, "mse"))) {
            wrong.add(assertThrows(IllegalArgumentException.class, slip).getMessage());
        }
        assertEquals(
                List.of(
                        "A layer of the model is null.",
                        "A model cannot be a layer of itself.",
                        "`loss` can be given by its name, as an object, or by its config; got 3.",
                        "`optimizer` can be given by its name, as an object, or by its config; got 0.1."),
                wrong);
    }
}
