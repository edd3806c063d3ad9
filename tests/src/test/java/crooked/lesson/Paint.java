package crooked.lesson;

import java.awt.geom.Point2D;
import java.awt.image.BufferedImage;

/// Draws, which only plot does.
public final class Paint {
    Point2D place;
    BufferedImage pixels;
}
