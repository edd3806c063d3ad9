/// What of the benchmarks' workloads oneDNN can do.
@NullMarked
package nacre.peer;

import org.jspecify.annotations.NullMarked;
