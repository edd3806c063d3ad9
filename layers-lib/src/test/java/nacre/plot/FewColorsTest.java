package nacre.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import org.junit.jupiter.api.Test;

class FewColorsTest {
    @Test
    void anImageOfFewColorsStaysAsItIs() {
        BufferedImage image = image(64, (x, y) -> x * 0x040000 + y / 32 * 0x80);
        BufferedImage few = FewColors.of(image, false);
        for (int x = 0; x < 64; x++) {
            for (int y = 0; y < 64; y++) {
                assertEquals(image.getRGB(x, y), few.getRGB(x, y));
            }
        }
    }

    @Test
    void manyColorsBecomeAFewThatAreNear() {
        BufferedImage image = image(256, (x, y) -> x << 16 | y << 8);
        BufferedImage few = FewColors.of(image, false);
        assertEquals(256, ((IndexColorModel) few.getColorModel()).getMapSize());
        for (int x = 0; x < 256; x++) {
            for (int y = 0; y < 256; y++) {
                int color = few.getRGB(x, y);
                assertTrue(Math.abs((color >> 16 & 255) - x) <= 16);
                assertTrue(Math.abs((color >> 8 & 255) - y) <= 16);
            }
        }
    }

    @Test
    void theColorOfASurfaceDoesNotChange() {
        int surface = 0x0072B2;
        BufferedImage image = image(64, (x, y) -> x < 20 ? surface : x * 64 + y);
        assertEquals(surface, FewColors.of(image, false).getRGB(5, 5) & 0xFFFFFF);
    }

    private interface Colors {
        int at(int x, int y);
    }

    private static BufferedImage image(int size, Colors colors) {
        var image = new BufferedImage(size, size, BufferedImage.TYPE_INT_RGB);
        for (int x = 0; x < size; x++) {
            for (int y = 0; y < size; y++) {
                image.setRGB(x, y, colors.at(x, y));
            }
        }
        return image;
    }
}
