package crooked.kernel.transport;

import crooked.kernel.shell.Engine;

/// Knows the engine.
public final class Wire {
    Engine engine;
}
