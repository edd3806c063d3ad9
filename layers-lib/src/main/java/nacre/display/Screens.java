package nacre.display;

/// Holds the screen in use and its look: one for the process, as there is one terminal or one
/// notebook.
final class Screens {
    static volatile Screen current = new Terminal();
    static volatile Look look = Look.LIGHT;

    private Screens() {}
}
