package nacre.kernel;

import java.io.IOException;

/// Starts [Main], or says that this Java is too old for it.
///
/// This class alone is compiled for every Java since 8: of the others an older Java says no more
/// than that their version is unsupported.
public final class Start {
    private static final int NEEDED = 25;

    private Start() {}

    public static void main(String[] args) throws IOException {
        String release = System.getProperty("java.specification.version");
        if (Double.parseDouble(release) < NEEDED) { // Java 8 calls itself 1.8
            System.err.println(
                    "nacre: Nacre needs Java "
                            + NEEDED
                            + " or newer, and this is Java "
                            + release
                            + " in "
                            + System.getProperty("java.home")
                            + ". https://adoptium.net has newer ones.");
            System.exit(1);
        }
        Main.main(args);
    }
}
