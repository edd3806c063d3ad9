/// Measures the engine beside what else is on the machine: OpenBLAS and PyTorch, each where
/// installed. Runs are interleaved, so that all feel the same load, and medians are compared.
@NullMarked
package nacre.bench;

import org.jspecify.annotations.NullMarked;
