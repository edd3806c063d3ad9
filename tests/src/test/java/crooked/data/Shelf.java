package crooked.data;

import crooked.saving.Safe;
import java.awt.Color;

/// Uses its neighbour, and paints.
public final class Shelf {
    Safe neighbour;
    Color paint;
}
