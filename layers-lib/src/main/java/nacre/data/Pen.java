package nacre.data;

import java.util.Arrays;

/// Draws paths on a square of pixels, 0 paper and 1 ink, with soft edges.
///
/// A pixel is as dark as it is near to the path: all ink within the width of the pen, none one
/// pixel further out.
final class Pen {
    private final float[] pixels;
    private final int size;
    private final double radius;
    private final double ink;

    /// A pen on empty paper.
    Pen(float[] pixels, int size, double radius, double ink) {
        this.pixels = pixels;
        this.size = size;
        this.radius = radius;
        this.ink = ink;
        Arrays.fill(pixels, 0);
    }

    void draw(double[][] path) {
        for (int i = 0; i + 1 < path.length; i++) {
            piece(path[i][0], path[i][1], path[i + 1][0], path[i + 1][1]);
        }
    }

    private void piece(double x1, double y1, double x2, double y2) {
        double reach = radius + 1;
        int left = pixel(Math.min(x1, x2) - reach);
        int right = pixel(Math.max(x1, x2) + reach);
        int top = pixel(Math.min(y1, y2) - reach);
        int bottom = pixel(Math.max(y1, y2) + reach);
        for (int y = top; y <= bottom; y++) {
            for (int x = left; x <= right; x++) {
                double distance = distance(x + 0.5, y + 0.5, x1, y1, x2, y2);
                double dark = ink * Math.clamp(radius + 0.5 - distance, 0.0, 1.0);
                int at = y * size + x;
                pixels[at] = Math.max(pixels[at], (float) dark);
            }
        }
    }

    private int pixel(double place) {
        return Math.clamp((long) Math.floor(place), 0, size - 1);
    }

    /// From a point to the nearest point of a piece of straight line.
    private static double distance(double x, double y, double x1, double y1, double x2, double y2) {
        double dx = x2 - x1;
        double dy = y2 - y1;
        double length = dx * dx + dy * dy;
        double along = length == 0 ? 0 : ((x - x1) * dx + (y - y1) * dy) / length;
        double nearest = Math.clamp(along, 0.0, 1.0);
        return Math.hypot(x - x1 - nearest * dx, y - y1 - nearest * dy);
    }
}
