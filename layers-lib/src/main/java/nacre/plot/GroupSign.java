package nacre.plot;

import java.awt.Color;
import java.awt.geom.Arc2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;

/// A small drawing that says what the layers of a group do.
final class GroupSign {
    private final Pen pen;
    private final double left;
    private final double top;
    private final double unit; // a sign is 38 units wide and high
    private final Color color;

    private GroupSign(Pen pen, double left, double top, double size, Color color) {
        this.pen = pen;
        this.left = left;
        this.top = top;
        this.unit = size / 38;
        this.color = color;
    }

    static void draw(Pen pen, String group, double x, double y, double size, Color color) {
        var frame = new RoundRectangle2D.Double(x, y, size, size, size / 4, size / 4);
        pen.fill(frame, Theme.PAPER);
        pen.outline(frame, 0.8, Theme.FAINT);
        var sign = new GroupSign(pen, x, y, size, color);
        switch (group) {
            case "activation" -> sign.bentLine();
            case "attention" -> sign.looks();
            case "convolutional" -> sign.window();
            case "core" -> sign.network();
            case "merging" -> sign.join();
            case "normalization" -> sign.bell();
            case "pooling" -> sign.strongest();
            case "preprocessing" -> sign.picture();
            case "recurrent" -> sign.loop();
            case "regularization" -> sign.gaps();
            case "reshaping" -> sign.turn();
            default -> sign.stack();
        }
    }

    private void bentLine() {
        line(6, 27, 32, 27, 0.8, Theme.FAINT);
        line(19, 7, 19, 32, 0.8, Theme.FAINT);
        pen.outline(path(7, 27, 19, 27, 31, 9), 2.2 * unit, color);
    }

    private void looks() {
        double[] widths = {0.6, 3.2, 1.4};
        for (int i = 0; i < 3; i++) {
            line(27, 19, 11, 9 + 10 * i, widths[i], Theme.tint(color, 0.6));
            dot(11, 9 + 10 * i, 3, Theme.tint(color, 0.3 + 0.2 * widths[i]));
        }
        dot(27, 19, 4, color);
    }

    private void window() {
        for (int i = 0; i < 25; i++) {
            int row = i / 5;
            int column = i % 5;
            boolean seen = row < 3 && column >= 1 && column < 4;
            cell(7 + 5 * column, 7 + 5 * row, 4.2, seen ? Theme.tint(color, 0.75) : Theme.GRID);
        }
        pen.outline(rectangle(11.2, 6.2, 15.8, 15.8), 1.4 * unit, color);
    }

    private void network() {
        for (int from = 0; from < 3; from++) {
            for (int to = 0; to < 2; to++) {
                line(10, 9 + 10 * from, 28, 14 + 10 * to, 0.9, Theme.tint(color, 0.5));
            }
        }
        for (int from = 0; from < 3; from++) {
            dot(10, 9 + 10 * from, 3.2, Theme.tint(color, 0.55));
        }
        dot(28, 14, 3.2, color);
        dot(28, 24, 3.2, color);
    }

    private void join() {
        for (double from : new double[] {10, 28}) {
            var branch = new Path2D.Double();
            branch.moveTo(x(6), y(from));
            branch.curveTo(x(16), y(from), x(13), y(19), x(22), y(19));
            pen.outline(branch, 2 * unit, Theme.tint(color, 0.6));
        }
        line(22, 19, 27, 19, 2, color);
        pen.fill(path(33, 19, 26, 14.5, 26, 23.5), color);
    }

    private void bell() {
        var bell = new Path2D.Double();
        bell.moveTo(x(5), y(29));
        for (double t = -3; t <= 3; t += 0.1) {
            bell.lineTo(x(19 + 4.6 * t), y(29 - 20 * Math.exp(-t * t / 2)));
        }
        pen.fill(bell, Theme.tint(color, 0.25));
        pen.outline(bell, 1.8 * unit, color);
        line(19, 9, 19, 29, 0.9, Theme.tint(color, 0.6));
    }

    private void strongest() {
        for (int i = 0; i < 16; i++) {
            int row = i / 4;
            int column = i % 4;
            boolean kept = i == 1 || i == 6 || i == 8 || i == 15;
            cell(
                    6.5 + 6 * column + column / 2,
                    6.5 + 6 * row + row / 2,
                    5,
                    kept ? color : Theme.tint(color, 0.18));
        }
    }

    private void picture() {
        pen.fill(rectangle(7, 9, 24, 20), Theme.tint(color, 0.18));
        dot(25, 15, 2.6, color);
        pen.fill(path(7, 29, 15, 16, 22, 29), Theme.tint(color, 0.6));
        pen.fill(path(16, 29, 23, 20, 31, 29), color);
        pen.outline(rectangle(7, 9, 24, 20), 1.2 * unit, color);
    }

    private void loop() {
        dot(19, 24, 6, Theme.tint(color, 0.55));
        var arc = new Arc2D.Double(x(11), y(6), 16 * unit, 17 * unit, -20, 220, Arc2D.OPEN);
        pen.outline(arc, 1.8 * unit, color);
        pen.fill(path(28.6, 22.4, 22.8, 18.8, 30.2, 16.2), color);
    }

    private void gaps() {
        for (int i = 0; i < 9; i++) {
            double x = 9 + 10 * (i % 3);
            double y = 9 + 10 * (i / 3);
            if (i == 1 || i == 3 || i == 8) {
                line(x - 2.4, y - 2.4, x + 2.4, y + 2.4, 1.2, Theme.SOFT);
                line(x - 2.4, y + 2.4, x + 2.4, y - 2.4, 1.2, Theme.SOFT);
            } else {
                dot(x, y, 3.4, Theme.tint(color, 0.75));
            }
        }
    }

    private void turn() {
        for (int i = 0; i < 6; i++) {
            Color shade = Theme.tint(color, 0.25 + 0.14 * i);
            cell(5 + 5 * (i % 2), 11.5 + 5 * (i / 2), 4.2, shade);
            cell(20 + 5 * (i % 3), 14 + 5 * (i / 3), 4.2, shade);
        }
        pen.fill(path(18.6, 19, 15.4, 16.4, 15.4, 21.6), Theme.SOFT);
    }

    private void stack() {
        for (int i = 0; i < 3; i++) {
            pen.fill(rectangle(8, 8 + 8.5 * i, 22, 5.5), Theme.tint(color, 0.3 + 0.25 * i));
        }
    }

    private double x(double units) {
        return left + units * unit;
    }

    private double y(double units) {
        return top + units * unit;
    }

    private void line(double x1, double y1, double x2, double y2, double width, Color ink) {
        pen.line(x(x1), y(y1), x(x2), y(y2), width * unit, ink);
    }

    private void dot(double x, double y, double radius, Color ink) {
        double size = 2 * radius * unit;
        pen.fill(new Ellipse2D.Double(x(x - radius), y(y - radius), size, size), ink);
    }

    private void cell(double x, double y, double size, Color ink) {
        pen.fill(rectangle(x, y, size, size), ink);
    }

    private Rectangle2D rectangle(double x, double y, double width, double height) {
        return new Rectangle2D.Double(x(x), y(y), width * unit, height * unit);
    }

    private Path2D path(double... points) {
        var path = new Path2D.Double();
        path.moveTo(x(points[0]), y(points[1]));
        for (int i = 2; i < points.length; i += 2) {
            path.lineTo(x(points[i]), y(points[i + 1]));
        }
        return path;
    }
}
