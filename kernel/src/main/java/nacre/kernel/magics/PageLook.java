package nacre.kernel.magics;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nacre.display.Look;

/// Finds out whether the page on which pictures will be seen is light or dark.
///
/// No message of Jupyter tells a kernel. JupyterLab keeps the name of its theme in a file of its
/// settings, and many terminals name their colours in a variable.
final class PageLook {
    private static final String SETTINGS =
            "@jupyterlab/apputils-extension/themes.jupyterlab-settings";
    private static final Pattern THEME = Pattern.compile("\"theme\"\\s*:\\s*\"([^\"]*)\"");
    private static final Pattern BACKGROUND = Pattern.compile(";(\\d+)$");
    private static final int LIGHT_GREY = 7; // of a terminal's colours the first that is light

    private PageLook() {}

    /// What the settings say; light if there are none, as every page is at first.
    static Look find() {
        return lab(settings()).or(PageLook::terminal).orElse(Look.LIGHT);
    }

    private static Path settings() {
        String folder = System.getenv("JUPYTERLAB_SETTINGS_DIR");
        String config = System.getenv("JUPYTER_CONFIG_DIR");
        Path home = Path.of(System.getProperty("user.home"), ".jupyter");
        return folder != null
                ? Path.of(folder)
                : (config != null ? Path.of(config) : home).resolve("lab/user-settings");
    }

    static Optional<Look> lab(Path settings) {
        try {
            String text = Files.readString(settings.resolve(SETTINGS), StandardCharsets.UTF_8);
            return THEME.matcher(text)
                    .results()
                    .findFirst()
                    .map(theme -> theme.group(1).contains("Dark") ? Look.DARK : Look.LIGHT);
        } catch (IOException e) {
            return Optional.empty(); // JupyterLab is not there, or as it was installed
        }
    }

    private static Optional<Look> terminal() {
        String colors = System.getenv("COLORFGBG");
        Matcher background = BACKGROUND.matcher(colors == null ? "" : colors);
        return background.find()
                ? Optional.of(
                        Integer.parseInt(background.group(1)) < LIGHT_GREY ? Look.DARK : Look.LIGHT)
                : Optional.empty();
    }
}
