package nacre.kernel.shell;

import java.time.Duration;

/// How long a cell took.
///
/// @param compiling until its classes were there
/// @param running its own code
public record Times(Duration compiling, Duration running) {
    static final Times NONE = new Times(Duration.ZERO, Duration.ZERO);
}
