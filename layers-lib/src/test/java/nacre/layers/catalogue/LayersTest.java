package nacre.layers.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import nacre.layers.core.Dense;
import org.junit.jupiter.api.Test;

/// The catalogue says something about every layer.
class LayersTest {
    @Test
    void every_layer_says_what_it_does() {
        for (Entry entry : Layers.catalogue().entries()) {
            assertFalse(entry.summary().isBlank(), entry.name());
            assertTrue(
                    entry.doc().stream().anyMatch(line -> line.startsWith("Source:")),
                    entry.name() + " names no source");
            for (Entry.Option option : entry.options()) {
                assertFalse(option.doc().isBlank(), entry.name() + "." + option.name());
            }
        }
    }

    @Test
    void dense_is_described_from_its_class() {
        Entry dense = Layers.help("dense").entry();
        assertEquals(Dense.class, dense.type());
        assertEquals("core", dense.group());
        assertEquals(List.of("units"), dense.arguments());
        assertEquals("(None, 4) → (None, 5)", dense.shapes());
        assertEquals(List.of("kernel (4, 5)", "bias (5,)"), dense.weights());
        assertTrue(
                dense.options().stream()
                        .anyMatch(o -> o.name().equals("useBias") && o.value().equals("true")));
    }

    @Test
    void help_and_catalogue_show_themselves() {
        assertTrue(Layers.help("Conv2D").toString().contains("new Conv2D(filters, kernelSize)"));
        assertTrue(Layers.help("Conv2D").toHtml().contains("<table>"));
        assertTrue(Layers.catalogue().toHtml().contains("<code>Dense</code>"));
        assertTrue(Layers.catalogue().group("merging").toString().contains("Concatenate"));
    }

    @Test
    void a_misspelt_name_gets_a_proposal() {
        var error = assertThrows(IllegalArgumentException.class, () -> Layers.help("Densse"));
        assertTrue(error.getMessage().contains("Dense"), error.getMessage());
    }
}
