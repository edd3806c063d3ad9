/// Tensors, the operations on them, and the tape that finds gradients.
@NullMarked
package nacre.tensor;

import org.jspecify.annotations.NullMarked;
