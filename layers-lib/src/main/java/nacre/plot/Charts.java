package nacre.plot;

/// Makes the first chart fast.
public final class Charts {
    private Charts() {}

    /// Draws a small chart that nobody sees: fonts and drawing code are then loaded before they are
    /// needed. Call it in the background.
    public static void warm() {
        Plot.line("warm", 1, 2).title("…").xLabel("x").yLabel("y").size(80, 60).toPng();
    }
}
