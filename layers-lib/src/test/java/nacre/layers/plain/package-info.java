/// Layers computed once more in the plainest way, in double precision and loop by loop, and
/// compared with what the library gives, for every combination of their arguments.
@NullMarked
package nacre.layers.plain;

import org.jspecify.annotations.NullMarked;
