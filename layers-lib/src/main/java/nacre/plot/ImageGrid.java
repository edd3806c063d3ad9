package nacre.plot;

import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.util.Arrays;
import java.util.List;
import nacre.tensor.Tensor;

/// Small images side by side, each with a word below: digits, filters, feature maps.
///
/// Numbers from 0 on are ink on paper; numbers of both signs are white at 0, blue above, orange
/// below.
///
/// ```java
/// double[][] cross = {{0, 1}, {1, 0}};
/// Plot.images(cross).captions("a cross")   // 1 image of 2 × 2 pixels: a cross.
/// ```
public final class ImageGrid extends Picture<ImageGrid> {
    private static final double GAP = 10;
    private static final double CAPTION = 20;

    private final double[][][] images;
    private List<String> captions = List.of();
    private int columns;

    ImageGrid(double[][][] images) {
        if (images.length == 0) {
            throw new IllegalArgumentException("an image grid needs at least one image; got none");
        }
        for (double[][] image : images) {
            Numbers.table("an image", image);
        }
        this.images = images;
        columns = Math.min(images.length, 10);
    }

    /// The word below each image, from the first on.
    public ImageGrid captions(String... captions) {
        this.captions = List.of(captions);
        return this;
    }

    /// The number below each image, such as the digit it shows.
    public ImageGrid captions(int... captions) {
        return captions(Arrays.stream(captions).mapToObj(Integer::toString).toArray(String[]::new));
    }

    /// The class of each image, from a tensor of class numbers or of one column for each class.
    public ImageGrid captions(Tensor classes) {
        return captions(Tensors.classes(classes));
    }

    /// Images in a row (default: up to 10).
    public ImageGrid columns(int columns) {
        if (columns < 1) {
            throw new IllegalArgumentException("columns must be at least 1; got " + columns);
        }
        this.columns = columns;
        return this;
    }

    private int rows() {
        return (images.length + columns - 1) / columns;
    }

    private double captionHeight() {
        return captions.isEmpty() ? 0 : CAPTION;
    }

    /// One size for all: two screen pixels for a pixel of a digit, more for smaller images.
    private double imageWidth() {
        double widest = Arrays.stream(images).mapToInt(i -> i[0].length).max().orElse(1);
        double room = (760 - GAP * (columns - 1)) / columns;
        return Math.min(room, Math.max(56, 2 * widest));
    }

    private double imageHeight() {
        return imageWidth() * images[0].length / images[0][0].length;
    }

    @Override
    double bodyWidth() {
        return Math.max(120, columns * (imageWidth() + GAP) - GAP);
    }

    @Override
    double bodyHeight() {
        return rows() * (imageHeight() + captionHeight() + GAP) - GAP;
    }

    @Override
    void paint(Graphics2D g, Rectangle2D area) {
        double scale = Math.min(area.getWidth() / bodyWidth(), area.getHeight() / bodyHeight());
        double width = imageWidth() * scale;
        double height = imageHeight() * scale;
        var pen = new Pen(g);
        for (int i = 0; i < images.length; i++) {
            double x = area.getX() + i % columns * (width + GAP * scale);
            double step = height + captionHeight() + GAP * scale;
            double y = area.getY() + i / columns * step;
            paint(g, images[i], x, y, width, height);
            pen.outline(new Rectangle2D.Double(x, y, width, height), 0.75, Theme.FAINT);
            if (i < captions.size()) {
                double middle = y + height + captionHeight() / 2;
                pen.centered(captions.get(i), x + width / 2, middle, Theme.SMALL, Theme.INK);
            }
        }
    }

    private static void paint(
            Graphics2D g, double[][] image, double x, double y, double width, double height) {
        double[] values = Numbers.flat(image);
        Palette palette = Numbers.min(values) < 0 ? Palette.suited(values) : Palette.ink(values);
        var place = AffineTransform.getTranslateInstance(x, y);
        place.scale(width / image[0].length, height / image.length);
        g.drawImage(palette.paint(image), place, null);
    }

    @Override
    String describe() {
        String text =
                "%s of %d × %d pixels"
                        .formatted(
                                Words.count(images.length, "image"),
                                images[0].length,
                                images[0][0].length);
        return captions.isEmpty() ? text + "." : text + ": " + String.join(", ", captions) + ".";
    }

    @Override
    ImageGrid self() {
        return this;
    }
}
