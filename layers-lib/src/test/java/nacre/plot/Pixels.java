package nacre.plot;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/// What a test asks of a finished picture.
final class Pixels {
    private final BufferedImage image;

    Pixels(Picture<?> picture) {
        try {
            image = ImageIO.read(new ByteArrayInputStream(picture.toPng()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// How many pixels have this colour, about.
    int count(Color color) {
        int count = 0;
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                count += isNear(new Color(image.getRGB(x, y)), color) ? 1 : 0;
            }
        }
        return count;
    }

    private static boolean isNear(Color a, Color b) {
        return Math.abs(a.getRed() - b.getRed()) < 6
                && Math.abs(a.getGreen() - b.getGreen()) < 6
                && Math.abs(a.getBlue() - b.getBlue()) < 6;
    }
}
