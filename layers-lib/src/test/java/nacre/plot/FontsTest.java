package nacre.plot;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FontsTest {
    /// What the machine without fonts draws.
    static LineChart chart() {
        return Plot.line("loss", 3, 1, 2).title("α → β").xLabel("epoch").size(300, 200);
    }

    /// Runs in a process of its own.
    public static void main(String[] args) {
        chart().save(Path.of(args[0]));
        // Swing and JFreeChart ask for fonts by the names that every Java has.
        new java.awt.Canvas().getFontMetrics(new java.awt.Font("Dialog", java.awt.Font.BOLD, 12));
    }

    @Test
    void theFontHasGreekArrowsAndMathematics() {
        assertEquals(-1, Fonts.of(12).canDisplayUpTo("Añ αβγσ → ≤ ∑ √ × · ₁² ⋮ … −"));
        assertEquals("Nacre Sans", Fonts.of(12).getFamily());
    }

    @Test
    void aMachineWithoutFontsAndScreenDrawsTheSamePicture(@TempDir Path folder)
            throws IOException, InterruptedException {
        Path picture = folder.resolve("chart.png");
        Path noFonts = Files.writeString(folder.resolve("fonts.conf"), "<fontconfig/>");
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        var process =
                new ProcessBuilder(
                        java.toString(),
                        "-Djava.awt.headless=true",
                        "-cp",
                        System.getProperty("java.class.path"),
                        FontsTest.class.getName(),
                        picture.toString());
        process.environment().put("FONTCONFIG_FILE", noFonts.toString());
        process.environment().remove("DISPLAY");
        process.redirectErrorStream(true);
        Process running = process.start();
        String said = new String(running.getInputStream().readAllBytes());
        assertTrue(running.waitFor(60, TimeUnit.SECONDS), "it does not end");
        assertEquals(0, running.exitValue(), said);
        assertEquals("", said, "nothing may be printed when nothing is wrong");
        assertArrayEquals(chart().toPng(), Files.readAllBytes(picture));
    }
}
