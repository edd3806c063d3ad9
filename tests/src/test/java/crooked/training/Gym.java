package crooked.training;

import crooked.data.Shelf;

/// Uses its neighbour.
public final class Gym {
    Shelf neighbour;
}
