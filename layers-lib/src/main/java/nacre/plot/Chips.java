package nacre.plot;

import java.awt.Color;
import java.awt.geom.RoundRectangle2D;
import java.util.List;

/// Names in small white boxes, line by line; the dimensions of a family stand out in its colour.
final class Chips {
    private static final double HEIGHT = 20;
    private static final double STEP = HEIGHT + 5;
    private static final double BETWEEN = 5;
    private static final double INSET = 7;
    private static final double SPACE = 4;

    private Chips() {}

    static double height(Pen pen, List<Family> families, double width) {
        double x = 0;
        int lines = 1;
        for (Family family : families) {
            double chip = width(pen, family);
            if (x > 0 && x + chip > width) {
                x = 0;
                lines++;
            }
            x += chip + BETWEEN;
        }
        return lines * STEP - (STEP - HEIGHT);
    }

    static void draw(
            Pen pen, List<Family> families, double left, double top, double width, Color color) {
        double x = left;
        double y = top;
        for (Family family : families) {
            double chip = width(pen, family);
            if (x > left && x + chip > left + width) {
                x = left;
                y += STEP;
            }
            draw(pen, family, x, y, chip, color);
            x += chip + BETWEEN;
        }
    }

    private static void draw(
            Pen pen, Family family, double left, double y, double width, Color color) {
        var shape = new RoundRectangle2D.Double(left, y, width, HEIGHT, 9, 9);
        pen.fill(shape, Theme.PAPER);
        pen.outline(shape, 0.8, Theme.FAINT);
        double x = left + INSET;
        double middle = y + HEIGHT / 2;
        x = word(pen, family.start(), x, middle, Theme.INK);
        for (String dimension : family.dimensions()) {
            x = word(pen, dimension, x + SPACE, middle, Theme.mix(color, Theme.INK, 0.25));
        }
        if (!family.end().isEmpty()) {
            word(pen, family.end(), x + SPACE, middle, Theme.INK);
        }
    }

    private static double word(Pen pen, String text, double x, double y, Color color) {
        pen.text(text, x, y, Theme.SMALL, color);
        return x + pen.widthOf(text, Theme.SMALL);
    }

    private static double width(Pen pen, Family family) {
        double words = pen.widthOf(family.start(), Theme.SMALL);
        for (String dimension : family.dimensions()) {
            words += SPACE + pen.widthOf(dimension, Theme.SMALL);
        }
        if (!family.end().isEmpty()) {
            words += SPACE + pen.widthOf(family.end(), Theme.SMALL);
        }
        return words + 2 * INSET;
    }
}
