package nacre.lesson;

import java.util.Map;
import nacre.tensor.Tensor;

/// The exercises of the lesson on Dropout.
final class DropoutExercises {
    static final Map<String, Exercise> ALL =
            Map.of(
                    "dropout-mean",
                    new Exercise(
                            "Give the number you expect, such as 1.5.",
                            answer -> mean(((Number) answer).doubleValue())),
                    "dropout-own",
                    new Exercise(
                            "Give a method (x, kept, rate) -> a tensor.",
                            answer -> own((DropoutRule) answer)),
                    "dropout-bug",
                    new Exercise(
                            "Give the letter of the line, such as \"A\".",
                            answer ->
                                    bug(
                                            ((String) answer)
                                                    .strip()
                                                    .toUpperCase(java.util.Locale.ROOT))));

    private DropoutExercises() {}

    private static Verdict mean(double answer) {
        if (Math.abs(answer - 3) < 1e-6) {
            return Verdict.right("The mean stays: half are gone, and what is left counts double.");
        }
        return Math.abs(answer - 1.5) < 1e-6
                ? Verdict.notYet(
                        "That is the mean if the kept numbers stayed as they are. Look at one that was kept.")
                : Verdict.notYet("Half of the numbers become 0. What happens to the other half?");
    }

    private static Verdict own(DropoutRule rule) {
        Tensor x = Tensor.of(new float[] {1, 2, 3, 4, 5});
        Tensor kept = Tensor.of(new float[] {1, 0, 1, 1, 0});
        float[] got = rule.apply(x, kept, 0.2).toArray();
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
        return Verdict.notYet(
                "For x = " + x + " and kept = " + kept + " this gives " + Tensor.of(got) + ".");
    }

    private static boolean same(float[] a, float[] b) {
        for (int i = 0; i < b.length; i++) {
            if (a.length != b.length || Math.abs(a[i] - b[i]) > 1e-4f) {
                return false;
            }
        }
        return true;
    }

    private static Verdict bug(String letter) {
        return switch (letter) {
            case "C" ->
                    Verdict.right(
                            "At inference nothing may be dropped; with training(…) on, answers change from call to call.");
            case "A", "B", "D" ->
                    Verdict.notYet(
                            "Line "
                                    + letter
                                    + " is as it should be. Which line makes the answer change when it is run twice?");
            default -> Verdict.notYet("Answer with one of the letters A, B, C or D.");
        };
    }
}
