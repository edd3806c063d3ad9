package crooked.parity;

import crooked.plot.Picture;

/// Uses its neighbour.
public final class Ruler {
    Picture neighbour;
}
