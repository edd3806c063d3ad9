package nacre.lesson;

import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.IntBinaryOperator;
import java.util.stream.Stream;
import nacre.compute.Interrupted;
import nacre.layers.config.Suggest;
import org.jspecify.annotations.Nullable;

/// The words that lessons use: [#check] for exercises and [#compare] for predictions.
public final class Lesson {
    private static final Map<String, Exercise> EXERCISES = new TreeMap<>();

    static {
        EXERCISES.putAll(CnnExercises.ALL);
        EXERCISES.putAll(DenseExercises.ALL);
        EXERCISES.putAll(DropoutExercises.ALL);
    }

    private Lesson() {}

    /// The names of all exercises.
    static Stream<String> exercises() {
        return EXERCISES.keySet().stream();
    }

    /// Judges an answer to an exercise; `null` means that there is none yet.
    public static Verdict check(String exercise, @Nullable Object answer) {
        Exercise found = EXERCISES.get(exercise);
        if (found == null) {
            return Verdict.notYet(
                    "There is no exercise \""
                            + exercise
                            + "\". "
                            + Suggest.text(exercise, EXERCISES.keySet()));
        }
        if (answer == null) {
            return Verdict.open(found.task());
        }
        try {
            return found.judge().apply(answer);
        } catch (Interrupted stopped) {
            throw stopped; // the learner stopped the cell
        } catch (ClassCastException _) {
            return Verdict.notYet("This answer is " + kind(answer) + ". " + found.task());
        } catch (RuntimeException | StackOverflowError e) {
            String why = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
            return Verdict.notYet("Your answer failed with: " + why);
        }
    }

    /// What an answer is, in words; a lambda's class has no name that says anything.
    private static String kind(Object answer) {
        return answer.getClass().isHidden()
                ? "a formula"
                : "of type " + answer.getClass().getSimpleName();
    }

    /// Judges a formula of two whole numbers.
    public static Verdict check(String exercise, IntBinaryOperator formula) {
        return check(exercise, (Object) formula);
    }

    /// Judges a method of your own for dropout.
    public static Verdict check(String exercise, DropoutRule rule) {
        return check(exercise, (Object) rule);
    }

    /// Says what you predicted and what it is.
    public static Verdict compare(@Nullable Object predicted, Object actual) {
        if (predicted == null) {
            return new Verdict(
                    Verdict.Mark.OPEN,
                    "It is "
                            + actual
                            + ". Next time predict first: that is how you notice surprises.");
        }
        boolean same =
                predicted instanceof Number a && actual instanceof Number b
                        ? Math.abs(a.doubleValue() - b.doubleValue())
                                <= 1e-6 * Math.abs(b.doubleValue())
                        : Objects.equals(String.valueOf(predicted), String.valueOf(actual));
        return same
                ? Verdict.right("You predicted " + predicted + ", and so it is.")
                : Verdict.notYet(
                        "You predicted "
                                + predicted
                                + "; it is "
                                + actual
                                + ". What did you not expect?");
    }
}
