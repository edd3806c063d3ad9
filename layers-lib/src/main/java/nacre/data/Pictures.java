package nacre.data;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import nacre.layers.Arguments;
import nacre.layers.preprocessing.Resizing;
import nacre.tensor.Tensor;

/// Pictures in a folder that has a folder for each class, as items of the same size.
final class Pictures implements Iterable<Item> {
    private static final List<String> KINDS = List.of(".png", ".jpg", ".jpeg", ".gif", ".bmp");
    private static final long MOST_PIXELS = 1L << 26; // a small file can speak of a huge picture
    private static final int CHANNELS = 3;

    private final int height;
    private final int width;
    private final List<Path> files = new ArrayList<>();
    private final List<Integer> classes = new ArrayList<>();

    Pictures(Path folder, int height, int width) throws IOException {
        this.height = Arguments.positive("height", height);
        this.width = Arguments.positive("width", width);
        if (!Files.isDirectory(folder)) {
            throw new NoSuchFileException(folder + " is not a folder.");
        }
        List<Path> folders = sorted(folder).stream().filter(Files::isDirectory).toList();
        for (int number = 0; number < folders.size(); number++) {
            for (Path file : sorted(folders.get(number))) {
                String name = file.toString().toLowerCase(Locale.ROOT);
                if (KINDS.stream().anyMatch(name::endsWith)) {
                    files.add(file);
                    classes.add(number);
                }
            }
        }
        if (files.isEmpty()) {
            throw new IOException(
                    folder
                            + " has no pictures in folders inside; one folder for each class was expected, with files that end in "
                            + KINDS
                            + ".");
        }
    }

    private static List<Path> sorted(Path folder) throws IOException {
        try (Stream<Path> inside = Files.list(folder)) {
            return inside.sorted().toList();
        }
    }

    int size() {
        return files.size();
    }

    @Override
    public Iterator<Item> iterator() {
        return Stream.iterate(0, i -> i < size(), i -> i + 1).map(this::item).iterator();
    }

    private Item item(int index) {
        try {
            return new Item(picture(files.get(index)), Tensor.of(classes.get(index)));
        } catch (IOException e) {
            throw new UncheckedIOException(String.valueOf(e.getMessage()), e);
        }
    }

    private Tensor picture(Path file) throws IOException {
        Tensor pixels = pixels(file);
        return pixels.dim(0) == height && pixels.dim(1) == width
                ? pixels
                : new Resizing(height, width).apply(pixels).detach();
    }

    private static Tensor pixels(Path file) throws IOException {
        BufferedImage image = read(file);
        int h = image.getHeight();
        int w = image.getWidth();
        int[] colors = image.getRGB(0, 0, w, h, null, 0, w);
        float[] values = new float[h * w * CHANNELS];
        for (int i = 0; i < colors.length; i++) {
            values[CHANNELS * i] = colors[i] >> 16 & 0xFF;
            values[CHANNELS * i + 1] = colors[i] >> 8 & 0xFF;
            values[CHANNELS * i + 2] = colors[i] & 0xFF;
        }
        return Tensor.of(values, h, w, CHANNELS);
    }

    private static BufferedImage read(Path file) throws IOException {
        try (ImageInputStream in = ImageIO.createImageInputStream(file.toFile())) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                throw new IOException("it is of no known kind");
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(in);
                if ((long) reader.getWidth(0) * reader.getHeight(0) > MOST_PIXELS) {
                    throw new IOException("it is too large");
                }
                return reader.read(0);
            } finally {
                reader.dispose();
            }
        } catch (IOException | RuntimeException e) {
            throw new IOException(file + " cannot be read as a picture: " + e.getMessage(), e);
        }
    }
}
