package nacre.plot;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.util.Arrays;

/// Which values Dropout let through: a full cell for each that lives, a cross for each that is 0.
///
/// ```java
/// var mask = new double[][] {{2, 0}, {0, 2}};
/// Plot.mask(mask).title("Dropout(0.5)")
/// ```
public final class MaskPicture extends Picture<MaskPicture> {
    private static final int READABLE = 14;

    private final double[][] rows;

    MaskPicture(double[][] rows) {
        this.rows = Numbers.table("a mask", rows);
    }

    private double cell() {
        return Math.clamp(620.0 / rows[0].length, 6, 40);
    }

    @Override
    double bodyWidth() {
        return Math.max(120, cell() * rows[0].length);
    }

    @Override
    double bodyHeight() {
        return cell() * rows.length;
    }

    @Override
    void paint(Graphics2D g, Rectangle2D area) {
        double cell = Math.min(area.getWidth() / rows[0].length, area.getHeight() / rows.length);
        Palette palette = Palette.suited(Numbers.flat(rows));
        var pen = new Pen(g);
        for (int r = 0; r < rows.length; r++) {
            for (int c = 0; c < rows[r].length; c++) {
                double x = area.getX() + c * cell;
                double y = area.getY() + r * cell;
                if (rows[r][c] == 0) {
                    dropped(pen, x, y, cell);
                } else {
                    alive(pen, x, y, cell, rows[r][c], palette);
                }
            }
        }
    }

    private static void dropped(Pen pen, double x, double y, double cell) {
        double near = cell * 0.32;
        double far = cell - near;
        pen.outline(square(x, y, cell), 0.75, Theme.FAINT);
        pen.line(x + near, y + near, x + far, y + far, cell / 18, Theme.SOFT);
        pen.line(x + near, y + far, x + far, y + near, cell / 18, Theme.SOFT);
    }

    private void alive(Pen pen, double x, double y, double cell, double value, Palette palette) {
        double strength = 0.15 + 0.45 * Math.abs(value) / palette.high();
        pen.fill(square(x, y, cell), Theme.tint(value > 0 ? Theme.PLUS : Theme.MINUS, strength));
        if (rows[0].length <= READABLE) {
            double size = Math.min(Theme.SMALL, cell * 0.32);
            pen.centered(Words.number(value), x + cell / 2, y + cell / 2, size, Theme.INK);
        }
    }

    private static RoundRectangle2D square(double x, double y, double cell) {
        double gap = cell * 0.06;
        double size = cell - 2 * gap;
        return new RoundRectangle2D.Double(x + gap, y + gap, size, size, cell / 5, cell / 5);
    }

    @Override
    String describe() {
        double[] values = Numbers.flat(rows);
        long dropped = Arrays.stream(values).filter(v -> v == 0).count();
        double[] others = Arrays.stream(values).filter(v -> v != 0).distinct().toArray();
        String rest =
                switch (others.length) {
                    case 0 -> "";
                    case 1 -> "; the others are " + Words.number(others[0]);
                    default ->
                            "; the others run from "
                                    + Words.number(Numbers.min(others))
                                    + " to "
                                    + Words.number(Numbers.max(others));
                };
        return "Mask of %s × %s: %d of %d values (%d %%) are 0 and crossed out%s."
                .formatted(
                        Words.count(rows.length, "row"),
                        Words.count(rows[0].length, "column"),
                        dropped,
                        values.length,
                        Math.round(100.0 * dropped / values.length),
                        rest);
    }

    @Override
    MaskPicture self() {
        return this;
    }
}
