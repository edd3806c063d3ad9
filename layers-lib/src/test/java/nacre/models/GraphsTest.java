package nacre.models;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import nacre.layers.Layer;
import nacre.layers.core.Dense;
import nacre.layers.core.Embedding;
import nacre.layers.core.Input;
import nacre.layers.core.Lambda;
import nacre.layers.merging.Concatenate;
import nacre.layers.recurrent.LSTM;
import nacre.tensor.Shape;
import nacre.tensor.Tensor;
import org.junit.jupiter.api.Test;

class GraphsTest {
    private static final Tensor DATA = Tensor.of(new float[] {1, 2, 3, 4, 5, 6, 7, 8}, 2, 4);

    private static void sameAfterJson(Model model, Tensor data) {
        Model again = Models.fromJson(model.toJson());
        assertEquals(model.toJson(), again.toJson());
        again.setWeights(model.getWeights());
        assertEquals(model.predict(data).toString(), again.predict(data).toString());
    }

    @Test
    void aStackOfOneLayerIsAStack() {
        Sequential one = Sequential.of(new Dense(3));
        assertEquals(Shape.of(2, 3), one.predict(DATA).shape());
        Sequential listed = Sequential.of(List.of(new Dense(3), new Dense(2)));
        assertEquals(Shape.of(2, 2), listed.predict(DATA).shape());
        Sequential grown = Sequential.of(Input.of(4)).add(new Dense(5));
        assertEquals(25, grown.countParams());
    }

    @Test
    void aStackThatBeginsWithAModelKnowsItsInput() {
        Sequential trained = Sequential.of(Input.of(4), new Dense(3)).name("trained");
        Sequential model = Sequential.of(trained, new Dense(2));
        assertEquals(Shape.batch(2), model.outputShape());
        assertEquals(23, model.countParams());
        sameAfterJson(model, DATA);
        Tensor x = Input.of(4);
        Sequential onGraph = Sequential.of(Model.of(x, new Dense(3).apply(x))).add(new Dense(2));
        assertEquals(Shape.batch(4), onGraph.inputShape());
    }

    @Test
    void whatLayersAddToTheLossCanBeReadAfterTraining() {
        var model = Sequential.of(Input.of(4), new Dense(3).activityRegularizer("l2"));
        model.compile("sgd", "mse");
        Map<String, Double> logs = model.evaluate(DATA, model.predict(DATA));
        assertEquals(1, model.losses().size());
        assertEquals(logs.get("loss"), model.losses().get(0).item(), 1e-6);
    }

    @Test
    void operatorsOnSymbolicTensorsAreStepsOfTheGraph() {
        Tensor x = Input.of("x", 4);
        Tensor y = new Dense(4).apply(x).add(x).mul(2).slice(1, 1, 3).mean(1).expandDims(1);
        var model = Model.of(x, y);
        Tensor dense = model.getLayer(1).apply(DATA);
        Tensor want = dense.add(DATA).mul(2).slice(1, 1, 3).mean(1).expandDims(1);
        assertEquals(want.toString(), model.predict(DATA).toString());
        assertEquals(2, model.layers().size(), "calculations are no layers");
        sameAfterJson(model, DATA);
    }

    @Test
    void aMaskIsAnInputOfTheLayerThatLooksAtIt() {
        Tensor tokens = Input.of("tokens", 4);
        Tensor embedded = new Embedding(10, 3).maskZero(true).apply(tokens);
        var lstm = new LSTM(2);
        var model = Model.of(tokens, lstm.apply(embedded));
        assertEquals(
                "[(None, 4, 3), (None, 4)]",
                lstm.getInputsAt(0).stream().map(Tensor::shape).toList().toString());
        Tensor padded = Tensor.of(new float[] {1, 2, 0, 0, 1, 2, 0, 0}, 2, 4);
        Tensor shorter = Tensor.of(new float[] {1, 2, 1, 2}, 2, 2);
        Tensor two = lstm.apply(((Embedding) model.getLayer(1)).apply(shorter));
        assertEquals(two.toString(), model.predict(padded).toString());
        sameAfterJson(model, padded);
    }

    @Test
    void aPartOfAModelSharesItsLayers() {
        Tensor x = Input.of(4);
        var first = new Dense(3);
        Tensor inside = first.apply(x);
        var second = new Dense(2);
        var whole = Model.of(x, second.apply(inside));
        var front = Model.of(x, inside);
        var back = Model.of(inside, second.output());
        assertSame(second, back.layers().getLast());
        assertEquals(whole.predict(DATA).toString(), back.predict(front.predict(DATA)).toString());
    }

    @Test
    void inputsAndOutputsMayHaveNames() {
        Tensor a = Input.of("a", 4);
        Tensor b = Input.of("b", 4);
        var model =
                Model.of(
                        Map.of("left", a, "right", b),
                        Map.of("sum", a.add(b), "both", new Concatenate().apply(a, b)));
        Map<String, Tensor> got = model.predictByName(Map.of("right", DATA, "left", DATA.mul(10)));
        assertEquals(DATA.mul(11).toString(), got.get("sum").toString());
        assertEquals(Shape.of(2, 8), got.get("both").shape());
        assertEquals(model.toJson(), Models.fromJson(model.toJson()).toJson());
    }

    @Test
    void aCopyHasLayersOfItsOwn() {
        Tensor x = Input.of(4);
        var shared = new Dense(4).name("shared");
        var model = Model.of(x, shared.apply(shared.apply(x)));
        Model copy = Models.clone(model);
        assertEquals(20, copy.countParams());
        assertTrue(copy.getLayer("shared") != shared);
        assertEquals(model.getConfig(), copy.getConfig());
    }

    @Test
    void aLayerSharedByTwoInnerModelsIsOneAgainWhenRead() {
        var shared = new Dense(4);
        var one = Sequential.of(Input.of(4), shared);
        var two = Sequential.of(Input.of(4), shared, new Dense(4));
        Tensor x = Input.of(4);
        Model again = Models.fromJson(Model.of(x, two.apply(one.apply(x))).toJson());
        assertEquals(40, again.weights().stream().mapToInt(weight -> weight.shape().size()).sum());
    }

    @Test
    void dataMayLackALastAxisOfSizeOne() {
        Tensor x = Input.of(1);
        var model = Model.of(x, x.mul(2));
        assertEquals(
                "[[2], [4]]",
                model.predict(Tensor.of(new float[] {1, 2})).toString().replaceAll("\\s+", " "));
    }

    @Test
    void aNameIsUsedOnce() {
        Tensor x = Input.of(4);
        Tensor y = new Dense(4).name("same").apply(new Dense(4).name("same").apply(x));
        var error = assertThrows(IllegalArgumentException.class, () -> Model.of(x, y));
        assertTrue(error.getMessage().contains("\"same\" is used twice"), error.getMessage());
    }

    @Test
    void aFunctionIsNeverReadFromAText() {
        Tensor x = Input.of(4);
        var json = Model.of(x, new Lambda(t -> t.mul(t)).apply(x)).toJson();
        var error = assertThrows(IllegalArgumentException.class, () -> Models.fromJson(json));
        assertTrue(error.getMessage().contains("never"), error.getMessage());
    }

    @Test
    void theGraphOfATextMustHoldTogether() {
        Tensor x = Input.of("x", 4);
        String json = Model.of(x, new Dense(3).name("d").apply(x)).toJson();
        String circle =
                json.replace("\"keras_history\":[\"x\",0,0]", "\"keras_history\":[\"d\",0,0]");
        assertTrue(
                assertThrows(IllegalArgumentException.class, () -> Models.fromJson(circle))
                        .getMessage()
                        .contains("wait for"));
        String missing =
                json.replace("\"keras_history\":[\"x\",0,0]", "\"keras_history\":[\"z\",0,0]");
        assertTrue(
                assertThrows(IllegalArgumentException.class, () -> Models.fromJson(missing))
                        .getMessage()
                        .contains("\"z\""));
    }

    @Test
    void aStackEndsBelowWhatIsTakenAway() {
        var model = Sequential.of(Input.of(4), new Dense(3), new Dense(2));
        Layer top = model.pop();
        assertEquals(Shape.batch(3), model.outputShape());
        assertEquals(15, model.countParams());
        model.add(new Dense(5));
        assertEquals(
                List.of(2, 5), List.of(model.predict(DATA).dim(0), model.predict(DATA).dim(1)));
        assertEquals(1, top.nodes().size());
    }

    @Test
    void aStackWithoutInputIsBuiltByItsFirstCall() {
        var model = Sequential.of(new Dense(3), new Dense(2));
        assertEquals("?", SummaryRows.shape(model.getLayer(0)));
        assertEquals(Shape.of(2, 2), model.predict(DATA).shape());
        assertEquals(model.toJson(), Models.fromJson(model.toJson()).toJson());
    }
}
