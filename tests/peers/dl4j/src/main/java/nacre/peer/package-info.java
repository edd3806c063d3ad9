/// What of the benchmarks' workloads DL4J can do.
@NullMarked
package nacre.peer;

import org.jspecify.annotations.NullMarked;
