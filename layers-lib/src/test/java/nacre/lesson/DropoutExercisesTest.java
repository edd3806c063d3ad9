package nacre.lesson;

import static nacre.lesson.Answers.assertHint;
import static nacre.lesson.Answers.assertRight;
import static nacre.lesson.Lesson.check;

import nacre.tensor.Tensor;
import org.junit.jupiter.api.Test;

class DropoutExercisesTest {
    private static final String OWN = "dropout-own";

    @Test
    void theMeanMayBeAnyKindOfNumber() {
        assertRight(check("dropout-mean", 3));
        assertRight(check("dropout-mean", 3.0));
        assertRight(check("dropout-mean", 3f));
    }

    @Test
    void wrongMeansGetHintsOfTheirOwn() {
        assertHint("kept numbers stayed", check("dropout-mean", 1.5));
        assertHint("The zeros count too", check("dropout-mean", 6));
        assertHint("the other half", check("dropout-mean", 0));
        assertHint("the other half", check("dropout-mean", Double.NaN));
    }

    @Test
    void dropoutMayBeWrittenInAnyWay() {
        assertRight(check(OWN, (x, kept, rate) -> x.mul(kept).div((float) (1 - rate))));
        assertRight(check(OWN, (x, kept, rate) -> kept.div(1 - (float) rate).mul(x)));
    }

    @Test
    void wrongDropoutsGetHintsOfTheirOwn() {
        assertHint("the mean is too small", check(OWN, (x, kept, _) -> x.mul(kept)));
        assertHint("as it came", check(OWN, (x, _, _) -> x));
        assertHint(
                "Which share is kept?",
                check(OWN, (x, kept, rate) -> x.mul(kept).div((float) rate)));
        assertHint("Use the argument `rate`", check(OWN, (x, kept, _) -> x.mul(kept).div(0.8f)));
        assertHint("this gives [0.8, 1.6", check(OWN, (x, _, rate) -> x.mul(1 - (float) rate)));
        assertHint("First make zeros", check(OWN, (x, kept, _) -> x.div(kept)));
    }

    @Test
    void numbersThatAreNoneAreWrong() {
        assertHint("NaN", check(OWN, (x, _, _) -> x.mul(Float.NaN)));
    }

    @Test
    void aTensorOfAnotherSizeIsWrong() {
        assertHint("this gives [1, 2]", check(OWN, (_, _, _) -> Tensor.of(new float[] {1, 2})));
    }

    @Test
    void theLineWithTheBugIsFoundInAnySpelling() {
        assertRight(check("dropout-bug", "C"));
        assertRight(check("dropout-bug", " c "));
        assertRight(check("dropout-bug", 'C'));
    }

    @Test
    void linesWithoutABugSayWhy() {
        assertHint("a model may have Dropout", check("dropout-bug", "A"));
        assertHint("no layer is called", check("dropout-bug", "b"));
        assertHint("in inference", check("dropout-bug", "D"));
        assertHint("letters A, B, C or D", check("dropout-bug", "all"));
    }
}
