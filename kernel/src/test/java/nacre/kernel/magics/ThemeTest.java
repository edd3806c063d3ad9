package nacre.kernel.magics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import nacre.display.Look;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `%theme`, and how it finds out what the page looks like.
class ThemeTest {
    @AfterEach
    void light() {
        Look.use(Look.LIGHT);
    }

    @Test
    void chartsAreDrawnInTheLookThatIsAskedFor() {
        try (var session = new Session()) {
            assertEquals("Charts are drawn light.\n", session.out("%theme"));
            assertEquals("Charts are drawn dark.\n", session.out("%theme dark"));
            assertEquals(Look.DARK, Look.current());
            assertEquals("Charts are drawn light.\n", session.out("%theme light"));
        }
    }

    @Test
    void anUnknownThemeIsToldWithThoseThereAre() {
        try (var session = new Session()) {
            String told = session.told("%theme blue");
            assertTrue(told.contains("`light`, `dark`, `auto`"), told);
        }
    }

    @Test
    void theThemeOfJupyterLabIsFoundInItsSettings(@TempDir Path settings) throws IOException {
        Path file = settings.resolve("@jupyterlab/apputils-extension/themes.jupyterlab-settings");
        assertEquals(Optional.empty(), PageLook.lab(settings));
        Files.createDirectories(file.getParent());
        Files.writeString(file, "{ // chosen in the menu\n \"theme\": \"JupyterLab Dark\" }");
        assertEquals(Optional.of(Look.DARK), PageLook.lab(settings));
        Files.writeString(file, "{ \"theme\": \"JupyterLab Light\" }");
        assertEquals(Optional.of(Look.LIGHT), PageLook.lab(settings));
    }
}
