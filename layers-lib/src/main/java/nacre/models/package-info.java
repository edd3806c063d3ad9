/// Layers that work together: stacks and graphs that can be trained, asked and shown.
@NullMarked
package nacre.models;

import org.jspecify.annotations.NullMarked;
