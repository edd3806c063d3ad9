package nacre.plot;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.RenderingHints;
import java.awt.Stroke;
import java.util.List;
import java.util.Map;

/// Colours, lines and sizes of all pictures: few lines, colours for colour-blind eyes, and all that
/// is neither data nor photograph in the look that is asked for.
final class Theme {
    static final Color PAPER = new LookColor(0xFFFFFF, 0x1B1F24);
    static final Color INK = new LookColor(0x1F2328, 0xE6EAEF);
    static final Color SOFT = new LookColor(0x59636E, 0xA4AEBA);
    static final Color FAINT = new LookColor(0xC8CED6, 0x48515C);
    static final Color GRID = new LookColor(0xE7EAEE, 0x2C333B);

    /// The palette of Okabe and Ito, in an order that keeps neighbours apart; its yellow is too
    /// pale on white, so a grey stands in for it. On dark paper the dark ones are lighter.
    private static final List<Color> SERIES =
            List.of(
                    new LookColor(0x0072B2, 0x3A9BDC),
                    new LookColor(0xD55E00, 0xF07F2E),
                    new LookColor(0x009E73, 0x2BB894),
                    new LookColor(0xCC79A7, 0xDE93BD),
                    new LookColor(0xE69F00, 0xF0B02E),
                    new LookColor(0x56B4E9, 0x7CC8F2),
                    new LookColor(0x5C6670, 0x98A3AE));

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

    /// The colour with `share` of its strength, the rest paper.
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
