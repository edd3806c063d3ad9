package crooked.layers;

import crooked.training.Gym;

/// Knows who trains it, prints, and fails without a name.
public final class Stair {
    Gym trainer;

    void fail() {
        System.out.println("oh");
        throw new RuntimeException("oh");
    }
}
