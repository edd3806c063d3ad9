package crooked.plot;

import crooked.kernel.shell.Engine;

/// Looks into the kernel.
public final class Picture {
    Engine kernel;
}
