/// What of the benchmarks' workloads DJL can do, on PyTorch.
@NullMarked
package nacre.peer;

import org.jspecify.annotations.NullMarked;
