/// Finds jars and all that they need, as Maven does and with Maven's own resolver: from the local
/// repository first, so that a classroom without a network can use what is there.
@NullMarked
package nacre.kernel.magics.maven;

import org.jspecify.annotations.NullMarked;
