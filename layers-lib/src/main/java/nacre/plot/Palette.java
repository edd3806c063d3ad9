package nacre.plot;

import java.awt.Color;
import java.awt.image.BufferedImage;
import org.jfree.chart.renderer.PaintScale;

/// Turns numbers into colours, the same in every look: they mean something.
///
/// @param low the number with the first colour
/// @param high the number with the last colour
/// @param stops colours at equal distances; between two of them a number has a mixture
record Palette(double low, double high, Color... stops) implements PaintScale {
    private static final Color NOT_A_NUMBER = new Color(0xF0E442);
    private static final Color BLACK = new Color(0x1F2328);
    private static final Color BLUE = new Color(0x0072B2);
    private static final Color RED = new Color(0xD55E00);
    private static final Color DEEP_BLUE = new Color(0x06304F);
    private static final Color DEEP_RED = new Color(0x7A2E00);

    /// For numbers of both signs: white at 0, blue above, red below, equally strong on both sides.
    static Palette aroundZero(double[] values) {
        double reach = Math.max(Math.abs(Numbers.min(values)), Math.abs(Numbers.max(values)));
        double end = reach > 0 ? reach : 1;
        return new Palette(-end, end, DEEP_RED, RED, Color.WHITE, BLUE, DEEP_BLUE);
    }

    /// For amounts: the more, the darker.
    static Palette amounts(double[] values) {
        double low = Numbers.min(values);
        double high = Numbers.max(values);
        return new Palette(low, high > low ? high : low + 1, Color.WHITE, BLUE, DEEP_BLUE);
    }

    /// For ink on paper: 0 is white, 1 is black.
    static Palette ink(double[] values) {
        return new Palette(
                Math.min(0, Numbers.min(values)),
                Math.max(1e-9, Numbers.max(values)),
                Color.WHITE,
                BLACK);
    }

    /// What suits the numbers: around zero if they have both signs.
    static Palette suited(double[] values) {
        boolean bothSigns = Numbers.min(values) < 0 && Numbers.max(values) > 0;
        return bothSigns ? aroundZero(values) : amounts(values);
    }

    Color color(double value) {
        if (Double.isNaN(value)) {
            return NOT_A_NUMBER;
        }
        double place = Math.clamp((value - low) / (high - low), 0, 1) * (stops.length - 1);
        int stop = Math.min((int) place, stops.length - 2);
        return Theme.mix(stops[stop], stops[stop + 1], place - stop);
    }

    /// Black or white, whichever can be read on the colour of `value`.
    Color textOn(double value) {
        Color ground = color(value);
        double light =
                0.299 * ground.getRed() + 0.587 * ground.getGreen() + 0.114 * ground.getBlue();
        return light > 150 ? BLACK : Color.WHITE;
    }

    /// One pixel for each number.
    BufferedImage paint(double[][] rows) {
        var image = new BufferedImage(rows[0].length, rows.length, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < rows.length; y++) {
            for (int x = 0; x < rows[y].length; x++) {
                image.setRGB(x, y, color(rows[y][x]).getRGB());
            }
        }
        return image;
    }

    @Override
    public double getLowerBound() {
        return low;
    }

    @Override
    public double getUpperBound() {
        return high;
    }

    @Override
    public Color getPaint(double value) {
        return color(value);
    }
}
