package nacre.layers.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import nacre.layers.normalization.UnitNormalization;
import org.junit.jupiter.api.Test;

/// The page of all layers is made by the build, `target/docs/layers.html`, and holds every one.
class LayersPageTest {
    @Test
    void the_page_holds_every_layer_and_every_link_leads_somewhere() throws IOException {
        Path file = Path.of("target", "docs", "layers.html");
        LayersPage.ofLibrary().write(file);
        String page = Files.readString(file);
        for (Entry entry : Layers.catalogue().entries()) {
            assertTrue(page.contains("<section id=\"" + entry.name() + "\">"), entry.name());
        }
        var links = Pattern.compile("href=\"#([^\"]+)\"").matcher(page);
        while (links.find()) {
            assertTrue(page.contains("id=\"" + links.group(1) + "\""), links.group(1));
        }
    }

    @Test
    void examples_do_not_count_where_layers_are_named() {
        int before = number(new UnitNormalization().name());
        assertTrue(Layers.catalogue().entries().size() > 100);
        assertTrue(Layers.help("UnitNormalization").toString().contains("axis"));
        assertEquals(before + 1, number(new UnitNormalization().name()));
    }

    private static int number(String name) {
        String digits = name.replaceAll("\\D", "");
        return digits.isEmpty() ? 0 : Integer.parseInt(digits);
    }

    @Test
    void lines_for_a_terminal_are_not_longer_than_100_letters() {
        for (Object shown :
                new Object[] {
                    Layers.catalogue(), Layers.differences(), Layers.help("Conv2DTranspose")
                }) {
            var long_ = shown.toString().lines().filter(line -> line.length() > 100).toList();
            assertEquals("[]", long_.toString());
        }
    }

    @Test
    void differences_are_found_by_layer_and_argument() {
        var differences = Layers.differences();
        assertEquals(Differences.Fate.MISSING, differences.find("JaxLayer").orElseThrow().fate());
        assertTrue(differences.find("Dense", "lora_rank").isPresent());
        assertTrue(differences.find("Conv2D", "lora_rank").isEmpty(), "Conv2D never had it");
        assertTrue(differences.find("Dense", "units").isEmpty(), "it means what it means in Keras");
        assertTrue(differences.toHtml().contains("<code>use_cudnn</code>"));
    }
}
