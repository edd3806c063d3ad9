package crooked.util;

import java.awt.geom.Point2D;

/// Lives on no floor, and draws there.
public final class Drawer {
    Point2D pen;
}
