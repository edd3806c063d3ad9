/// What of the benchmarks' workloads TensorFlow-Java can do: a graph per model, run by a session.
@NullMarked
package nacre.peer;

import org.jspecify.annotations.NullMarked;
