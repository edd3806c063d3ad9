package nacre.plot;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.stream.Collectors;

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
        return lines() * (double) pictures.stream().mapToInt(Picture::height).max().orElse(1);
    }

    @Override
    void paint(Graphics2D g, Rectangle2D area) {
        double width = area.getWidth() / columns;
        double height = area.getHeight() / lines();
        for (int i = 0; i < pictures.size(); i++) {
            double x = area.getX() + i % columns * width;
            double y = area.getY() + i / columns * height;
            pictures.get(i).draw(g, new Rectangle2D.Double(x, y, width, height));
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
