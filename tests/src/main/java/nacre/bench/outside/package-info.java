/// Real programs of the machine, driven from outside: processes, a browser, a notebook's page.
///
/// Measures and tests share this. What goes wrong outside is an [AssertionError] that says what was
/// expected, as in a test.
@NullMarked
package nacre.bench.outside;

import org.jspecify.annotations.NullMarked;
