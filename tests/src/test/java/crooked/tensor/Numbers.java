package crooked.tensor;

import crooked.layers.Stair;
import jdk.incubator.vector.FloatVector;

/// Knows who uses it, and takes vectors from outside.
public final class Numbers {
    Stair user;
    FloatVector vector;
}
