package nacre.plot;

import java.awt.Color;
import nacre.display.Look;

/// A colour that is one thing on a light page and another on a dark one, at the moment of drawing.
final class LookColor extends Color {
    private static final long serialVersionUID = 1;

    private final int dark;

    /// @param light red, green and blue for a light page, as in `0xFFFFFF`
    /// @param dark the same for a dark one
    LookColor(int light, int dark) {
        super(light);
        this.dark = 0xFF000000 | dark;
    }

    @Override
    public int getRGB() {
        return Look.current() == Look.DARK ? dark : super.getRGB();
    }
}
