package crooked.lesson;

import crooked.kernel.shell.Engine;

/// Looks into the kernel.
public final class Homework {
    Engine kernel;
}
