package nacre.display;

/// How pictures are to look: for a light page or for a dark one.
///
/// ```java
/// Look.current()   // LIGHT
/// ```
public enum Look {
    /// Dark ink on white paper; the look at first.
    LIGHT,
    /// Light ink on dark paper.
    DARK;

    /// The look of what is drawn now.
    public static Look current() {
        return Screens.look;
    }

    /// Draws in this look from now on: `%theme dark` in a cell.
    public static void use(Look look) {
        Screens.look = look;
    }
}
