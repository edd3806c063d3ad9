/// The `nacre` script itself: on machines that lack something, and with a Maven that only pretends.
@NullMarked
package nacre.tests.launcher;

import org.jspecify.annotations.NullMarked;
