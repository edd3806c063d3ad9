/// All layers as a table and as help, read off the classes themselves and their documentation.
@NullMarked
package nacre.layers.catalogue;

import org.jspecify.annotations.NullMarked;
