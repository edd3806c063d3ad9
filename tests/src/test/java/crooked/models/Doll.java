package crooked.models;

import crooked.plot.Picture;
import java.awt.image.BufferedImage;

/// Knows its own picture, to the pixel.
public final class Doll {
    Picture picture;
    BufferedImage pixels;
}
