package crooked.parity;

import crooked.kernel.shell.Engine;

/// Looks into the kernel.
public final class Proof {
    Engine kernel;
}
