package nacre.plot;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/// Turns pictures into PNG bytes, and writes these to disk whole or not at all.
final class Png {
    private static final int SCALE = 2;

    private Png() {}

    static byte[] of(Picture<?> picture) {
        int width = picture.width();
        int height = picture.height();
        var image = new BufferedImage(width * SCALE, height * SCALE, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        try {
            g.addRenderingHints(Theme.SMOOTH);
            g.scale(SCALE, SCALE);
            g.setColor(Theme.PAPER);
            g.fillRect(0, 0, width, height);
            picture.draw(g, new Rectangle2D.Double(0, 0, width, height));
        } finally {
            g.dispose();
        }
        return bytes(FewColors.of(image, picture.isColorful()));
    }

    private static byte[] bytes(BufferedImage image) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new MemoryCacheImageOutputStream(bytes)) { // the default one uses the disk
            ImageIO.write(image, "png", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /// Writes beside the file first and then renames, so that nobody ever sees half a picture.
    static void write(byte[] png, Path file) {
        Path target = file.toAbsolutePath();
        Path part = target.resolveSibling(target.getFileName() + ".part");
        try {
            Files.createDirectories(target.getParent());
            Files.write(part, png);
            try {
                Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
            } catch (AtomicMoveNotSupportedException e) {
                Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The picture cannot be written to " + file, e);
        }
    }

    /// The folder `images` here or one floor up, where lessons find it; here, if there is none yet.
    static Path images() {
        Path here = Path.of("images");
        Path above = Path.of("..", "images");
        return Files.isDirectory(here) || !Files.isDirectory(above) ? here : above;
    }
}
