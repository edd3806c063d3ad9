/// What lessons need beside the library: predictions that are compared and exercises that check
/// themselves.
///
/// An exercise never throws: an answer that is missing or wrong gets a hint, so that a whole lesson
/// always runs.
@NullMarked
package nacre.lesson;

import org.jspecify.annotations.NullMarked;
