package nacre.plot;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.nio.file.Path;
import java.util.Map;

/// A picture with a title, a size and a description in words; every kind of chart is one.
///
/// ```java
/// Plot.line("loss", 0.9, 0.5, 0.4).title("Training").size(480, 300).width()   // 480
/// ```
///
/// @param <P> the kind of picture itself, so that options can be chained
public abstract class Picture<P extends Picture<P>> {
    private static final double MARGIN = 10;
    private static final double TITLE_HEIGHT = 26;

    private String title = "";
    private double width;
    private double height;

    Picture() {}

    /// The line above the picture.
    public P title(String title) {
        this.title = title;
        return self();
    }

    /// Width and height in pixels of an ordinary screen (default: what suits the content).
    public P size(int width, int height) {
        if (width < 40 || height < 40 || width > 4000 || height > 4000) {
            throw new IllegalArgumentException(
                    "size needs a width and a height from 40 to 4000 pixels; got %d × %d"
                            .formatted(width, height));
        }
        this.width = width;
        this.height = height;
        return self();
    }

    /// Width in pixels of an ordinary screen; the PNG has twice as many.
    public int width() {
        return (int) Math.ceil(width > 0 ? width : bodyWidth() + 2 * MARGIN);
    }

    /// Height in pixels of an ordinary screen; the PNG has twice as many.
    public int height() {
        return (int) Math.ceil(height > 0 ? height : bodyHeight() + 2 * MARGIN + titleHeight());
    }

    /// The picture as a PNG file with two pixels for each pixel of its size.
    public byte[] toPng() {
        return Png.of(this);
    }

    /// What a page should know of the picture: its size, and the words for those who cannot see it.
    public Map<String, Object> metadata() {
        return Map.of("width", width(), "height", height(), "alt", toString());
    }

    /// Writes the picture as a PNG file; a broken-off write leaves no half file.
    public P save(Path file) {
        Png.write(toPng(), file);
        return self();
    }

    /// Writes the picture into the folder `images` of the project: `save("dropout")`.
    public P save(String name) {
        return save(Png.images().resolve(name.endsWith(".png") ? name : name + ".png"));
    }

    /// The picture in words.
    @Override
    public String toString() {
        return title.isEmpty() ? describe() : title + ". " + describe();
    }

    void draw(Graphics2D g, Rectangle2D area) {
        if (!title.isEmpty()) {
            var pen = new Pen(g);
            pen.text(title, area.getX() + MARGIN, area.getY() + MARGIN + 8, Theme.TITLE, Theme.INK);
        }
        paint(
                g,
                new Rectangle2D.Double(
                        area.getX() + MARGIN,
                        area.getY() + MARGIN + titleHeight(),
                        area.getWidth() - 2 * MARGIN,
                        area.getHeight() - 2 * MARGIN - titleHeight()));
    }

    private double titleHeight() {
        return title.isEmpty() ? 0 : TITLE_HEIGHT;
    }

    /// The size of what is below the title, if the learner chose none.
    double bodyWidth() {
        return 620;
    }

    double bodyHeight() {
        return 340;
    }

    /// Whether it has many colours, beside their steps at the edges of lines.
    boolean isColorful() {
        return false;
    }

    abstract void paint(Graphics2D g, Rectangle2D area);

    abstract String describe();

    abstract P self();
}
