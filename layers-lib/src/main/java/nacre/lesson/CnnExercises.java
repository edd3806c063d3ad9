package nacre.lesson;

import java.util.Locale;
import java.util.Map;
import nacre.data.Data;
import nacre.data.DataSet;
import nacre.models.Model;
import nacre.tensor.Shape;
import nacre.tensor.Tensor;

/// The exercises of the lesson on a CNN from end to end.
final class CnnExercises {
    /// Half the parameters of the lesson's network, rounded up to a number one can remember.
    private static final long HALF = 2600;

    private static final double GOOD = 0.96;

    static final Map<String, Exercise> ALL =
            Map.of(
                    "cnn-parameters",
                    new Exercise(
                            "Give the number of parameters.",
                            answer -> parameters(((Number) answer).intValue())),
                    "cnn-accuracy",
                    new Exercise(
                            "Give a trained model of digits: 28 × 28 × 1 in, 10 numbers out.",
                            answer -> accuracy((Model) answer)),
                    "cnn-half",
                    new Exercise(
                            "Give a trained model of digits with at most 2,600 parameters.",
                            answer -> half((Model) answer)));

    private CnnExercises() {}

    /// The parameters of `Conv2D(32, 5)` after 16 channels.
    private static Verdict parameters(int answer) {
        return switch (answer) {
            case 5 * 5 * 16 * 32 + 32 ->
                    Verdict.right(
                            "size · size · channels weights for each filter, and its bias. The"
                                    + " picture may be as large as it likes.");
            case 5 * 5 * 16 * 32 ->
                    Verdict.notYet("These are the weights. What does each filter add to its sum?");
            case 5 * 5 * 16 * 32 + 1, 5 * 5 * 16 * 32 + 16 ->
                    Verdict.notYet("Nearly: there is one bias for each filter.");
            case 5 * 5 * 32 + 32, 5 * 5 * 32 ->
                    Verdict.notYet(
                            "A filter looks at all channels that come in: it has a window of 5 · 5"
                                    + " for each of them.");
            case 5 * 16 * 32 + 32 -> Verdict.notYet("The window is as high as it is wide: 5 · 5.");
            default ->
                    Verdict.notYet(
                            "First find out how 80 = 3 · 3 · 1 · 8 + 8 and 1,168 ="
                                    + " 3 · 3 · 8 · 16 + 16 come about.");
        };
    }

    private static Verdict accuracy(Model model) {
        double right = right(model);
        return right >= GOOD
                ? Verdict.right(percent(right) + " of fresh digits.")
                : Verdict.notYet(
                        percent(right)
                                + " of fresh digits. More filters, a second Conv2D with its"
                                + " pooling, more epochs?");
    }

    private static Verdict half(Model model) {
        long parameters = model.countParams();
        if (parameters > HALF) {
            return Verdict.notYet(
                    String.format(
                            Locale.ROOT,
                            "It has %,d parameters, which is more than %,d. Most are in the Dense"
                                    + " layer: one for each number that Flatten gives it, times 10. How"
                                    + " could these numbers be fewer?",
                            parameters,
                            HALF));
        }
        double right = right(model);
        String found =
                String.format(
                        Locale.ROOT, "%,d parameters and %s right. ", parameters, percent(right));
        return right >= GOOD
                ? Verdict.right(found + "Small and good.")
                : Verdict.notYet(
                        found
                                + "Small enough, but not yet good. Train longer, or save elsewhere:"
                                + " in the number of filters or with a third pooling.");
    }

    /// The share of digits it reads that no lesson has shown.
    private static double right(Model model) {
        DataSet fresh = Data.digits(1000, 4711);
        Tensor said = model.predict(fresh.x());
        if (!said.shape().equals(Shape.of(fresh.size(), 10))) {
            throw new IllegalArgumentException(
                    "the model gives numbers of shape %s for 1000 digits; 10 for each are needed,"
                                    .formatted(said.shape())
                            + " one for each digit it may be");
        }
        return said.argMax(1).equal(fresh.y()).mean().item();
    }

    private static String percent(double share) {
        return Math.round(1000 * share) / 10.0 + " %";
    }
}
