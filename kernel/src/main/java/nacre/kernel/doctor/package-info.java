/// Looks at what is installed, and says what is missing and how to mend it.
@NullMarked
package nacre.kernel.doctor;

import org.jspecify.annotations.NullMarked;
