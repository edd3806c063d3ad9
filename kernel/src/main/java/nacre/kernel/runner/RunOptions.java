package nacre.kernel.runner;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/// How a notebook is run.
///
/// @param timeout the longest time for one cell, if there is a limit
/// @param allowErrors whether the cells after a failed one run too
/// @param parameters values that take the place of those in the notebook, by name
record RunOptions(Optional<Duration> timeout, boolean allowErrors, Map<String, String> parameters) {

    /// No limit, stop at the first error, the notebook's own values.
    static final RunOptions DEFAULT = new RunOptions(Optional.empty(), false, Map.of());
}
