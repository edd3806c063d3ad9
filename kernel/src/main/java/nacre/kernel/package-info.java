/// The one place where the parts of the kernel meet: commands are found here, and a shell gets the library it is for.
@NullMarked
package nacre.kernel;

import org.jspecify.annotations.NullMarked;
