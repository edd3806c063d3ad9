package nacre.lesson;

import java.util.Locale;
import java.util.Map;
import nacre.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/// The exercises of the lesson on Dropout.
final class DropoutExercises {
    static final Map<String, Exercise> ALL =
            Map.of(
                    "dropout-mean",
                    new Exercise(
                            "Give the number you expect, such as 2.5.",
                            answer -> mean(((Number) answer).doubleValue())),
                    "dropout-own",
                    new Exercise(
                            "Give a method (x, kept, rate) -> a tensor.",
                            answer -> own((DropoutRule) answer)),
                    "dropout-bug",
                    new Exercise(
                            "Give the letter of the line, such as \"A\".",
                            answer ->
                                    bug(String.valueOf(answer).strip().toUpperCase(Locale.ROOT))));

    private DropoutExercises() {}

    private static Verdict mean(double answer) {
        if (Math.abs(answer - 3) < 1e-6) {
            return Verdict.right("The mean stays: half are gone, and what is left counts double.");
        }
        if (Math.abs(answer - 1.5) < 1e-6) {
            return Verdict.notYet(
                    "That is the mean if the kept numbers stayed as they are. Run the next cell"
                            + " and look at one that was kept.");
        }
        return Math.abs(answer - 6) < 1e-6
                ? Verdict.notYet("That is one of those that are kept. The zeros count too.")
                : Verdict.notYet("Half of the numbers become 0. What happens to the other half?");
    }

    private static Verdict own(DropoutRule rule) {
        Tensor x = Tensor.of(new float[] {1, 2, 3, 4, 5});
        Tensor kept = Tensor.of(new float[] {1, 0, 1, 1, 0});
        @Nullable Tensor answer = rule.apply(x, kept, 0.2);
        if (answer == null) {
            return Verdict.notYet("This gives null. Give the tensor that is left of x.");
        }
        float[] got = answer.toArray();
        float[] want = x.mul(kept).div(0.8f).toArray();
        if (same(got, want)) {
            return same(rule.apply(x, kept, 0.75).toArray(), x.mul(kept).mul(4).toArray())
                    ? Verdict.right("Dropped inputs are 0, kept ones are larger by 1 / (1 - rate).")
                    : Verdict.notYet(
                            "Right for a rate of 0.2, but not for 0.75. Use the argument `rate`.");
        }
        if (same(got, x.mul(kept).toArray())) {
            return Verdict.notYet(
                    "The right ones are dropped. Now the mean is too small: what must the others do?");
        }
        if (same(got, x.mul(kept).div(0.2f).toArray())) {
            return Verdict.notYet(
                    "Nearly: `rate` is the share that is dropped. Which share is kept?");
        }
        if (same(got, x.toArray())) {
            return Verdict.notYet(
                    "This gives x as it came. Where `kept` is 0, the result is to be 0.");
        }
        return Verdict.notYet(
                "For x = "
                        + x
                        + ", kept = "
                        + kept
                        + " and rate = 0.2 this gives "
                        + answer
                        + ". First make zeros with `kept`, then scale the others.");
    }

    private static boolean same(float[] a, float[] b) {
        boolean same = a.length == b.length;
        for (int i = 0; same && i < b.length; i++) {
            same = Math.abs(a[i] - b[i]) <= 1e-4f; // and not the other way round: NaN is wrong
        }
        return same;
    }

    private static Verdict bug(String letter) {
        return switch (letter) {
            case "C" ->
                    Verdict.right(
                            "To answer is inference, where nothing may be dropped. Line C asks for"
                                    + " training: other neurons are gone in each call.");
            case "A" ->
                    Verdict.notYet(
                            "Line A is as it should be: a model may have Dropout, it only works in"
                                    + " training. Which line asks for training?");
            case "B" ->
                    Verdict.notYet(
                            "Line B only says how to train; no layer is called. Which line makes"
                                    + " the answer?");
            case "D" ->
                    Verdict.notYet(
                            "Line D gives the same each time: evaluate calls the layers in"
                                    + " inference. Which line does not?");
            default -> Verdict.notYet("Answer with one of the letters A, B, C or D.");
        };
    }
}
