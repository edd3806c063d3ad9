package nacre.lesson;

import static nacre.lesson.Answers.assertHint;
import static nacre.lesson.Answers.assertRight;
import static nacre.lesson.Lesson.check;
import static nacre.lesson.Lesson.compare;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import nacre.compute.Interrupted;
import org.junit.jupiter.api.Test;

class LessonTest {
    private static final List<String> EXERCISES =
            Stream.of(DenseExercises.ALL, DropoutExercises.ALL)
                    .flatMap(all -> all.keySet().stream())
                    .toList();

    @Test
    void anExerciseWithoutAnAnswerSaysWhatToDo() {
        for (String exercise : EXERCISES) {
            Verdict verdict = check(exercise, (Object) null);
            assertEquals(Verdict.Mark.OPEN, verdict.mark(), exercise);
            assertTrue(verdict.message().startsWith("Not answered yet. Give "), exercise);
        }
    }

    @Test
    void anAnswerOfAnotherTypeIsNamed() {
        for (String exercise : EXERCISES) {
            Verdict verdict = check(exercise, List.of("?"));
            assertFalse(verdict.isRight(), exercise);
            assertTrue(verdict.message().length() > 20, verdict::toString);
        }
        assertHint("of type String. Give the number", check("dropout-mean", "3"));
        assertHint("a formula. Give a trained model", check("dense-xor", (a, b) -> a * b));
    }

    @Test
    void anAnswerThatThrowsIsToldWhy() {
        assertHint("failed with: / by zero", check("dense-parameters", (a, b) -> a / (b - b)));
        assertHint(
                "failed with: no idea",
                check("dense-parameters", (_, _) -> raise(new IllegalStateException("no idea"))));
        assertHint(
                "failed with: NullPointerException",
                check("dense-parameters", (_, _) -> raise(new NullPointerException())));
        assertHint(
                "failed with: StackOverflowError", check("dense-parameters", LessonTest::endless));
        assertHint("gives null", check("dropout-own", (_, _, _) -> null));
        assertHint("failed with: ", check("dropout-own", (x, _, _) -> x.reshape(7)));
    }

    @Test
    void aStopIsNoAnswer() {
        assertThrows(
                Interrupted.class,
                () -> check("dense-parameters", (_, _) -> raise(new Interrupted())));
    }

    @Test
    void anExerciseThatDoesNotExistIsNotFarFromOneThatDoes() {
        assertHint("dense-xor", check("dense-xr", 1));
    }

    @Test
    void predictionsAreComparedAsNumbersOrWords() {
        assertAll(
                () -> assertRight(compare(100480, 100480L)),
                () -> assertRight(compare(86.0, 86)),
                () -> assertRight(compare("with", "with")),
                () -> assertHint("You predicted 90; it is 86.", compare(90, 86)),
                () -> assertHint("You predicted with; it is without.", compare("with", "without")),
                () -> assertEquals(Verdict.Mark.OPEN, compare(null, 86).mark()));
    }

    @Test
    void aVerdictIsSafeInAPage() {
        String html = Verdict.notYet("1 < 2 & <b>").toHtml();
        assertTrue(html.contains("1 &lt; 2 &amp; &lt;b&gt;"), html);
    }

    private static int raise(RuntimeException e) {
        throw e;
    }

    private static int endless(int a, int b) {
        return 1 + endless(a, b);
    }
}
