package nacre.plot;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.GraphicsEnvironment;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/// The one font of all pictures, which comes with the library.
///
/// Java draws no text on a Linux that has no fonts: it dies while it looks for them. So before it
/// looks, a small file tells it that every font is ours.
final class Fonts {
    private static final String[] LOGICAL = {
        "serif", "sansserif", "monospaced", "dialog", "dialoginput"
    };
    private static final String[] STYLES = {"plain", "bold", "italic", "bolditalic"};
    private static final String LOCATION = "sun.awt.fontconfig";

    private static final Font FONT = load();

    private Fonts() {}

    /// The font in a size.
    static Font of(double size) {
        return FONT.deriveFont((float) size);
    }

    private static Font load() {
        try {
            Path folder = Files.createTempDirectory("nacre-font");
            Path file = folder.resolve("NacreSans.ttf");
            try (InputStream bytes = Fonts.class.getResourceAsStream("NacreSans.ttf")) {
                Files.copy(Objects.requireNonNull(bytes, "the font is not in the jar"), file);
            }
            Path settings = folder.resolve("fontconfig.properties");
            if (isLinux() && System.getProperty(LOCATION) == null) {
                Files.writeString(settings, settings(file));
                System.setProperty(LOCATION, settings.toString());
            }
            for (Path made : new Path[] {folder, settings, file}) {
                made.toFile().deleteOnExit(); // the last one first
            }
            Font font = Font.createFont(Font.TRUETYPE_FONT, file.toFile());
            GraphicsEnvironment.getLocalGraphicsEnvironment().registerFont(font);
            return font;
        } catch (IOException e) {
            throw new UncheckedIOException("The font of the charts cannot be written to disk", e);
        } catch (FontFormatException e) {
            throw new IllegalStateException("The font of the charts is damaged in the jar", e);
        }
    }

    private static boolean isLinux() {
        return System.getProperty("os.name", "").startsWith("Linux");
    }

    /// Java's own format: each logical font in each style is made of the fonts named for it. Where
    /// a name is a key, `_` stands for its space.
    static String settings(Path font) {
        var text = new StringBuilder("version=1\nsequence.allfonts=default\n");
        for (String name : LOGICAL) {
            for (String style : STYLES) {
                text.append(name).append('.').append(style).append(".default=Nacre Sans\n");
            }
        }
        return text.append("filename.Nacre_Sans=").append(font).append('\n').toString();
    }
}
