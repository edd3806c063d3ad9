/// Where the kernel is put together: the commands, and the joint between the protocol and the
/// shell.
///
/// Everything else of the kernel lives in a package of its own and does not know this one.
@NullMarked
package nacre.kernel;

import org.jspecify.annotations.NullMarked;
