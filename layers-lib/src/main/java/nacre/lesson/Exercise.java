package nacre.lesson;

import java.util.function.Function;

/// One exercise: what to do, and how an answer is judged.
///
/// @param task what to do, for somebody who has not begun
/// @param judge looks at an answer
record Exercise(String task, Function<Object, Verdict> judge) {}
