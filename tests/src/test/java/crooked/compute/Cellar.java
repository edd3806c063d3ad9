package crooked.compute;

import crooked.tensor.Numbers;

/// Stands on the floor above it.
public final class Cellar {
    Numbers upstairs;
}
