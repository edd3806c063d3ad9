package nacre.display;

/// Holds the screen in use: one for the process, as there is one terminal or one notebook.
final class Screens {
    static volatile Screen current = new Terminal();

    private Screens() {}
}
