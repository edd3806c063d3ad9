package crooked.kernel.shell;

import crooked.kernel.transport.Wire;

/// Knows the wire.
public final class Engine {
    Wire wire;
}
