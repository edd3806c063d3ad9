/// Kernels one by one under JMH: `./nacre bench jmh`.
@NullMarked
package nacre.jmh;

import org.jspecify.annotations.NullMarked;
