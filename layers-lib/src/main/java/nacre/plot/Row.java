package nacre.plot;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Several pictures as one, side by side.
public final class Row extends Picture<Row> {
    private final List<Picture<?>> pictures;
    private int columns;

    Row(List<Picture<?>> pictures) {
        if (pictures.isEmpty()) {
            throw new IllegalArgumentException("a row needs at least one picture; got none");
        }
        this.pictures = pictures;
        columns = pictures.size();
    }

    /// Begins a new line after so many pictures (default: all in one line).
    public Row columns(int columns) {
        if (columns < 1) {
            throw new IllegalArgumentException("columns must be at least 1; got " + columns);
        }
        this.columns = Math.min(columns, pictures.size());
        return this;
    }

    private int lines() {
        return (pictures.size() + columns - 1) / columns;
    }

    @Override
    double bodyWidth() {
        return columns * pictures.stream().mapToInt(Picture::width).max().orElse(1);
    }

    @Override
    double bodyHeight() {
        return IntStream.range(0, lines()).mapToDouble(this::lineHeight).sum();
    }

    /// A line is as high as the highest picture in it.
    private double lineHeight(int line) {
        return pictures.stream()
                .skip((long) line * columns)
                .limit(columns)
                .mapToInt(Picture::height)
                .max()
                .orElse(0);
    }

    @Override
    void paint(Graphics2D g, Rectangle2D area) {
        double width = area.getWidth() / columns;
        double scale = area.getHeight() / bodyHeight();
        double y = area.getY();
        for (int line = 0; line < lines(); line++) {
            double height = lineHeight(line) * scale;
            int end = Math.min(pictures.size(), (line + 1) * columns);
            for (int i = line * columns; i < end; i++) {
                double x = area.getX() + i % columns * width;
                pictures.get(i).draw(g, new Rectangle2D.Double(x, y, width, height));
            }
            y += height;
        }
    }

    @Override
    String describe() {
        return pictures.stream().map(Picture::toString).collect(Collectors.joining("\n"));
    }

    @Override
    Row self() {
        return this;
    }
}
