package nacre.lesson;

import java.util.Map;
import java.util.function.IntBinaryOperator;
import nacre.data.Data;
import nacre.data.DataSet;
import nacre.layers.Layer;
import nacre.models.Model;
import nacre.tensor.Tensor;

/// The exercises of the lesson on Dense.
final class DenseExercises {
    static final Map<String, Exercise> ALL =
            Map.of(
                    "dense-parameters",
                    new Exercise(
                            "Give a formula of the inputs and the units: (inputs, units) -> ….",
                            answer -> parameters((IntBinaryOperator) answer)),
                    "dense-xor",
                    new Exercise(
                            "Give a trained model with 2 inputs and 1 output between 0 and 1.",
                            answer -> xor((Model) answer)),
                    "dense-spiral",
                    new Exercise(
                            "Give a model trained on the spirals, with one output for each arm.",
                            answer -> spiral((Model) answer)));

    private DenseExercises() {}

    private static Verdict parameters(IntBinaryOperator formula) {
        int got = formula.applyAsInt(784, 128);
        return switch (got) {
            case 784 * 128 + 128 ->
                    formula.applyAsInt(3, 5) == 20
                            ? Verdict.right("inputs · units weights, and a bias for each unit.")
                            : Verdict.notYet(
                                    "Right for 784 inputs and 128 units, but not for 3 and 5. Use the arguments.");
            case 784 * 128 ->
                    Verdict.notYet("These are the weights. What does each unit add to its sum?");
            case 784 * 128 + 1 ->
                    Verdict.notYet("Nearly: is there one bias in all, or one for each unit?");
            case 784 * 128 + 784 ->
                    Verdict.notYet("Nearly: do the biases belong to the inputs or to the units?");
            default ->
                    Verdict.notYet(
                            "For 784 inputs and 128 units this gives "
                                    + got
                                    + ". Count the lines in the picture of the network: each is one weight.");
        };
    }

    private static Verdict xor(Model model) {
        Tensor x = Tensor.of(new float[][] {{0, 0}, {0, 1}, {1, 0}, {1, 1}});
        Tensor said = model.predict(x);
        if (said.shape().last() != 1) {
            return Verdict.notYet(
                    "The model has "
                            + said.shape().last()
                            + " outputs. Give the last layer one unit: near 0 for no, near 1 for"
                            + " yes.");
        }
        int right = 0;
        for (int i = 0; i < 4; i++) {
            boolean one = said.get(i, 0) > 0.5f;
            right += one == (i == 1 || i == 2) ? 1 : 0;
        }
        int units = hiddenUnits(model);
        String found = right + " of 4 are right with " + count(units) + ". ";
        if (right < 4) {
            return Verdict.notYet(
                    found
                            + (units < 2
                                    ? "One unit can only draw one straight line. Add a unit."
                                    : "Train longer or try another seed; and a hidden layer needs"
                                            + " an activation."));
        }
        return units <= 2
                ? Verdict.right(found + "With tanh or relu it cannot be done with fewer than 2.")
                : Verdict.notYet(found + "It can be done with fewer.");
    }

    private static String count(int units) {
        return units + (units == 1 ? " hidden unit" : " hidden units");
    }

    /// The units of all layers but the last.
    private static int hiddenUnits(Model model) {
        return model.layers().stream()
                .limit(model.layers().size() - 1L)
                .filter(layer -> !layer.weights().isEmpty())
                .mapToInt((Layer layer) -> layer.getOutputShapeAt(0).last())
                .sum();
    }

    private static Verdict spiral(Model model) {
        DataSet fresh = Data.spirals(600, 2, 0.05, 99);
        Tensor said = model.predict(fresh.x());
        if (said.shape().last() != 2) {
            return Verdict.notYet(
                    "The last layer has "
                            + said.shape().last()
                            + (said.shape().last() == 1 ? " unit" : " units")
                            + ". There are two arms: give it one unit for each.");
        }
        int right = 0;
        for (int i = 0; i < fresh.size(); i++) {
            right += (int) said.at(0, i).argMax(0).item() == fresh.labels()[i] ? 1 : 0;
        }
        double share = (double) right / fresh.size();
        String percent = Math.round(1000 * share) / 10.0 + " %";
        return share >= 0.95
                ? Verdict.right(percent + " of points the model has never seen.")
                : Verdict.notYet(
                        percent
                                + " of fresh points. More units, a second hidden layer, or more"
                                + " epochs?");
    }
}
