package nacre.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import nacre.data.Data;
import nacre.layers.catalogue.Layers;
import nacre.tensor.Shape;
import nacre.tensor.Tensor;
import org.junit.jupiter.api.Test;

class DrawingsTest {

    @Test
    void digitsStandInAGridWithTheirAnswers() {
        var digits = Data.digits(12, 7);
        ImageGrid grid = Plot.images(digits.x()).captions(digits.y()).columns(6);
        assertTrue(grid.toString().startsWith("12 images of 28 × 28 pixels: "), grid.toString());
        assertTrue(new Pixels(grid).count(Theme.INK) > 1000);
    }

    @Test
    void everyChannelIsAnImageOfItsOwn() {
        var values = new float[] {1, 10, 2, 20, 3, 30, 4, 40};
        double[][][] images = Tensors.images(Tensor.of(values, 1, 2, 2, 2));
        assertEquals(2, images.length);
        assertEquals(3, images[0][1][0]);
        assertEquals(40, images[1][1][1]);
    }

    @Test
    void whatIsNoImageIsRefused() {
        var error =
                assertThrows(
                        IllegalArgumentException.class,
                        () -> Plot.images(Tensor.zeros(Shape.of(784))));
        assertTrue(error.getMessage().endsWith("got (784,)"), error.getMessage());
    }

    @Test
    void aMaskCountsWhatIsDropped() {
        MaskPicture mask = Plot.mask(Tensor.of(new float[][] {{2, 0, 2}, {0, 0, 2}}));
        assertEquals(
                "Mask of 2 rows × 3 columns: 3 of 6 values (50 %) are 0 and crossed out; the others"
                        + " are 2.",
                mask.toString());
        assertTrue(mask.toPng().length > 0);
    }

    @Test
    void aNetworkHasALineForEachWeight() {
        double[][] kernel = {{1, -1}, {0.5, 0.1}, {0, 0}};
        NetworkPicture network = Plot.network(3, 2).weights(kernel).names("in", "out");
        assertEquals(
                "Network of 2 layers with 3 and 2 neurons; 6 connections, as wide as their weights.",
                network.toString());
        assertTrue(network.toPng().length > 0);
        var error =
                assertThrows(
                        IllegalArgumentException.class, () -> Plot.network(2, 3).weights(kernel));
        assertEquals(
                "the kernel between layer 0 and 1 has the shape (2, 3); got (3, 2)",
                error.getMessage());
    }

    @Test
    void thePageOfGroupsHasEveryLayerOfTheCatalogue() {
        LayerGroups page = Plot.layers();
        Layers.catalogue()
                .entries()
                .forEach(e -> assertTrue(page.toString().contains(e.name()), e.name()));
        assertTrue(new Pixels(page).count(Theme.INK) > 5000);
    }

    @Test
    void oneGroupIsOneCard() {
        LayerGroups card = Plot.layers(Layers.catalogue().group("merging"));
        assertTrue(card.width() < 400 && card.height() < 200, card.width() + " × " + card.height());
    }

    @Test
    void layersOfOneNameAreAFamily() {
        var names = List.of("Conv1D", "Conv1DTranspose", "Conv2D", "Conv2DTranspose", "GRU");
        assertEquals(
                List.of(
                        new Family("Conv", List.of("1D", "2D"), ""),
                        new Family("Conv", List.of("1D", "2D"), "Transpose"),
                        new Family("GRU", List.of(), "")),
                Family.of(names));
    }

    @Test
    void dropoutCrossesOutItsShareOfALayer() {
        NetworkPicture network = Plot.network(4, 8, 8, 2).dropout(1, 0.5, 1).dropout(2, 0.5, 2);
        assertTrue(
                network.toString().endsWith("; 4 of layer 1 dropped; 4 of layer 2 dropped."),
                network.toString());
        int crosses = new Pixels(network).count(Theme.MINUS);
        assertTrue(crosses > 8 * 40, "crosses " + crosses);
        assertEquals(0, new Pixels(Plot.network(4, 8, 8, 2)).count(Theme.MINUS));
    }

    @Test
    void aLayerTooLargeToDrawShowsItsEnds() {
        assertTrue(Plot.network(784, 128, 10).height() < 600);
        assertTrue(Plot.network(784, 128, 10).toString().contains("101632 connections"));
    }

    @Test
    void aDiagramFollowsItsArrows() {
        Diagram diagram =
                Plot.diagram()
                        .box("x", "Input\n(None, 8)")
                        .box("y")
                        .box("sum", "Add", 2)
                        .arrow("x", "sum")
                        .arrow("y", "sum", "node 1");
        assertEquals("Diagram of 3 boxes: x → sum; y → sum (node 1).", diagram.toString());
        assertTrue(diagram.toPng().length > 0);
        assertTrue(diagram.arrow("sum", "x").toPng().length > 0, "a circle ends too");
        assertThrows(IllegalArgumentException.class, () -> diagram.arrow("x", "z"));
    }
}
