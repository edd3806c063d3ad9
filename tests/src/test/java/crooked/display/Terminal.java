package crooked.display;

/// The one that may print.
public final class Terminal {
    void show() {
        System.out.println("shown");
    }
}
