package nacre.plot;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.font.LineMetrics;
import java.awt.geom.Line2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;

/// Draws text and lines at exact places; a text is placed by the middle of its height.
final class Pen {
    final Graphics2D g;

    Pen(Graphics2D g) {
        this.g = g;
        g.addRenderingHints(Theme.SMOOTH);
    }

    /// A pen that only measures, for the size of a picture before there is a page.
    static Pen forMeasuring() {
        return new Pen(new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB).createGraphics());
    }

    /// Text that starts at `x`.
    void text(String text, double x, double y, double size, Color color) {
        g.setFont(Fonts.of(size));
        g.setColor(color);
        LineMetrics line = g.getFont().getLineMetrics("x", g.getFontRenderContext());
        g.drawString(text, (float) x, (float) (y + (line.getAscent() - line.getDescent()) / 2));
    }

    /// Text with its middle at `x`; its lines are one below the other around `y`.
    void centered(String text, double x, double y, double size, Color color) {
        String[] lines = text.split("\n");
        double step = size * 1.35;
        double top = y - step * (lines.length - 1) / 2;
        for (int i = 0; i < lines.length; i++) {
            text(lines[i], x - widthOf(lines[i], size) / 2, top + i * step, size, color);
        }
    }

    /// Text that ends at `x`.
    void right(String text, double x, double y, double size, Color color) {
        text(text, x - widthOf(text, size), y, size, color);
    }

    double widthOf(String text, double size) {
        return Fonts.of(size).getStringBounds(text, g.getFontRenderContext()).getWidth();
    }

    /// Text in lines of at most this width, broken between words.
    List<String> wrap(String text, double width, double size) {
        var lines = new ArrayList<String>();
        var line = "";
        for (String word : text.split(" ")) {
            String longer = line.isEmpty() ? word : line + " " + word;
            if (!line.isEmpty() && widthOf(longer, size) > width) {
                lines.add(line);
                longer = word;
            }
            line = longer;
        }
        lines.add(line);
        return lines;
    }

    void line(double x1, double y1, double x2, double y2, double width, Color color) {
        g.setStroke(Theme.line(width));
        g.setColor(color);
        g.draw(new Line2D.Double(x1, y1, x2, y2));
    }

    void fill(Shape shape, Color color) {
        g.setColor(color);
        g.fill(shape);
    }

    void outline(Shape shape, double width, Color color) {
        g.setStroke(Theme.line(width));
        g.setColor(color);
        g.draw(shape);
    }
}
