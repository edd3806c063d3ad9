package nacre.plot;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.RenderingHints;
import java.awt.Stroke;
import java.util.List;
import java.util.Map;

/// Colours, lines and sizes of all pictures: dark on white, few lines, colours for colour-blind
/// eyes.
final class Theme {
    static final Color PAPER = Color.WHITE;
    static final Color INK = new Color(0x1F2328);
    static final Color SOFT = new Color(0x59636E);
    static final Color FAINT = new Color(0xC8CED6);
    static final Color GRID = new Color(0xE7EAEE);

    /// The palette of Okabe and Ito, in an order that keeps neighbours apart; its yellow is too
    /// pale on white, so a grey stands in for it.
    private static final List<Color> SERIES =
            List.of(
                    new Color(0x0072B2),
                    new Color(0xD55E00),
                    new Color(0x009E73),
                    new Color(0xCC79A7),
                    new Color(0xE69F00),
                    new Color(0x56B4E9),
                    new Color(0x5C6670));

    static final Color PLUS = SERIES.get(0);
    static final Color MINUS = SERIES.get(1);

    static final double TITLE = 15;
    static final double LABEL = 12;
    static final double SMALL = 11;

    static final Map<RenderingHints.Key, Object> SMOOTH =
            Map.of(
                    RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON,
                    RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON,
                    RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON,
                    RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE,
                    RenderingHints.KEY_INTERPOLATION,
                            RenderingHints.VALUE_INTERPOLATION_NEAREST_NEIGHBOR);

    private Theme() {}

    /// The colour of the series or class with this index; after the last comes the first again.
    static Color series(int index) {
        return SERIES.get(index % SERIES.size());
    }

    /// A line: full for the first seven series, dashed for those that share their colours.
    static Stroke line(double width, int index) {
        float[] dash = index < SERIES.size() ? null : new float[] {6, 4};
        return new BasicStroke(
                (float) width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND, 1, dash, 0);
    }

    static Stroke line(double width) {
        return line(width, 0);
    }

    /// The colour with `share` of its strength, the rest white.
    static Color tint(Color color, double share) {
        return mix(PAPER, color, share);
    }

    /// A colour on the way from `from` (share 0) to `to` (share 1).
    static Color mix(Color from, Color to, double share) {
        double s = Math.clamp(share, 0, 1);
        return new Color(
                (int) Math.round(from.getRed() + s * (to.getRed() - from.getRed())),
                (int) Math.round(from.getGreen() + s * (to.getGreen() - from.getGreen())),
                (int) Math.round(from.getBlue() + s * (to.getBlue() - from.getBlue())));
    }

    static Color seeThrough(Color color, int alpha) {
        return new Color(color.getRed(), color.getGreen(), color.getBlue(), alpha);
    }
}
