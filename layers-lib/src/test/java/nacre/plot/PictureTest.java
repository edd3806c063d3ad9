package nacre.plot;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import nacre.display.Display;
import nacre.display.Look;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PictureTest {
    private final LineChart chart = Plot.line("loss", 3, 2, 1).title("Training").size(300, 200);

    @Test
    void thePngHasTwoPixelsForEachOfTheSize() throws IOException {
        var image = ImageIO.read(new ByteArrayInputStream(chart.toPng()));
        assertEquals(600, image.getWidth());
        assertEquals(400, image.getHeight());
    }

    @Test
    void aPageGetsThePictureItsSizeAndItsWords() {
        Display shown = Display.of(chart);
        String words = "Training. Line chart over 1 to 3: loss falls from 3 to 1.";
        assertArrayEquals(chart.toPng(), (byte[]) shown.data().get("image/png"));
        assertEquals(
                Map.of("width", 300, "height", 200, "alt", words),
                shown.metadata().get("image/png"));
        assertEquals(words, shown.text());
    }

    @Test
    void savingReplacesTheFileAndLeavesNothingElse(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("new/chart.png");
        chart.save(file).save(file);
        assertArrayEquals(chart.toPng(), Files.readAllBytes(file));
        try (var files = Files.list(file.getParent())) {
            assertEquals(List.of(file), files.toList());
        }
    }

    @Test
    void aSizeThatNoScreenHasIsRefused() {
        var error = assertThrows(IllegalArgumentException.class, () -> chart.size(0, 200));
        assertEquals(
                "size needs a width and a height from 40 to 4000 pixels; got 0 × 200",
                error.getMessage());
    }

    @Test
    void aLineOfPicturesIsAsHighAsItsHighest() {
        Row row = Plot.row(chart, Plot.images(new double[9][9]).size(200, 60)).columns(1);
        assertEquals(200 + 60 + 20, row.height());
    }

    @Test
    void picturesStandSideBySide() {
        Row row = Plot.row(chart, chart, chart).columns(2);
        assertEquals(2 * 300 + 20, row.width());
        assertEquals(2 * 200 + 20, row.height());
        assertEquals(3, row.toString().lines().count());
        assertTrue(row.toPng().length > 0);
    }

    @Test
    void onADarkPageThePaperIsDarkAndTheInkLight() throws IOException {
        Picture<?> picture = Plot.line("loss", 3, 2, 1).title("Training");
        int light = corner(picture);
        Look.use(Look.DARK);
        try {
            int dark = corner(picture);
            assertTrue(light > 240 && dark < 60, light + " and " + dark);
            assertTrue(Theme.INK.getRed() > 200, Theme.INK::toString);
        } finally {
            Look.use(Look.LIGHT);
        }
    }

    private static int corner(Picture<?> picture) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(picture.toPng())).getRGB(1, 1) & 255;
    }
}
