package crooked.saving;

import crooked.training.Gym;

/// Uses its neighbour.
public final class Safe {
    Gym neighbour;
}
