package nacre.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import nacre.tensor.Shape;
import nacre.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFeedTest {
    @TempDir Path folder;

    private static DataFeed numbers(int count) {
        return DataFeed.of(Tensor.range(count), Tensor.range(count).mul(10));
    }

    /// The first inputs, batch by batch.
    private static String text(Iterator<Item> items) {
        var all = new ArrayList<String>();
        items.forEachRemaining(item -> all.add(item.x().toString()));
        return String.join(" ", all);
    }

    private static String text(DataFeed data) {
        return text(data.iterator());
    }

    @Test
    void stepsComeInTheOrderInWhichTheyAreWritten() {
        DataFeed data = numbers(6).map(item -> item.x(item.x().mul(2))).skip(1).take(4).batch(3);
        assertEquals("[2, 4, 6] 8", text(data).replace("[8]", "8"));
        assertEquals("[10, 20, 30]", data.first().y().toString());
        assertEquals("DataFeed of 2 batches", data.toString());
    }

    @Test
    void batchesMayLeaveOutASmallRest() {
        assertEquals(2, numbers(5).batch(3).size());
        assertEquals("[0, 1, 2]", text(numbers(5).batch(3, true)));
        assertEquals(1, numbers(5).batch(3, true).size());
        assertEquals("", text(numbers(2).batch(3, true)));
        assertThrows(IllegalStateException.class, () -> numbers(5).batch(2).batch(2));
    }

    @Test
    void shufflingKeepsEverySampleAndDiffersFromPassToPass() {
        DataFeed data = numbers(50).shuffle(50, 3);
        assertEquals(text(data), text(data), "the same pass, the same order");
        assertNotEquals(text(data.pass(0)), text(data.pass(1)));
        var seen = new ArrayList<Float>();
        numbers(50).shuffle(7, 3).iterator().forEachRemaining(item -> seen.add(item.x().item()));
        assertTrue(seen.get(0) < 7, "only the buffer is looked at");
        assertEquals(
                IntStream.range(0, 50).boxed().map(i -> (float) i).toList(),
                seen.stream().sorted().toList());
    }

    @Test
    void repeatingGoesThroughFurtherPasses() {
        DataFeed twice = numbers(8).shuffle(8, 1).repeat(2);
        assertEquals(16, twice.size());
        String all = text(twice);
        assertEquals(
                text(numbers(8).shuffle(8, 1).repeat(1).pass(1)),
                all.substring(all.length() / 2 + 1));
        assertEquals(DataFeed.ENDLESS, numbers(2).repeat().size());
        assertEquals("0 1 0 1 0", text(numbers(2).repeat().take(5)));
        assertEquals("", text(numbers(2).take(0).repeat()), "nothing again and again is nothing");
        assertEquals(text(numbers(4)), text(numbers(4).prefetch(2)));
    }

    @Test
    void aGeneratorIsAskedOnlyForWhatIsNeeded() {
        var asked = new ArrayList<Integer>();
        DataFeed endless =
                DataFeed.generate(
                        () ->
                                IntStream.iterate(0, i -> i + 1)
                                        .peek(asked::add)
                                        .mapToObj(i -> new Item(Tensor.of(i)))
                                        .iterator());
        assertEquals(DataFeed.UNKNOWN, endless.size());
        assertEquals("[0, 1] [2, 3]", text(endless.batch(2).take(2)));
        assertTrue(asked.size() <= 5, asked.toString());
        assertThrows(IllegalStateException.class, () -> endless.first().y());
    }

    @Test
    void whatDoesNotFitIsTold() {
        assertThrows(
                IllegalArgumentException.class,
                () -> DataFeed.of(Tensor.range(3), Tensor.range(4)));
        assertThrows(IllegalArgumentException.class, () -> numbers(3).batch(0));
        assertThrows(IllegalArgumentException.class, () -> numbers(3).shuffle(0, 1));
        Iterator<Item> uneven =
                DataFeed.generate(
                                () ->
                                        List.of(
                                                        new Item(Tensor.range(2)),
                                                        new Item(Tensor.range(3)))
                                                .iterator())
                        .batch(2)
                        .iterator();
        assertEquals(
                "The samples of a batch must all have the same shape; got (2,) and (3,).",
                assertThrows(IllegalArgumentException.class, uneven::next).getMessage());
        assertThrows(IllegalStateException.class, () -> numbers(1).skip(1).first());
    }

    @Test
    void aTableBecomesSamples() throws IOException {
        Path table = Files.writeString(folder.resolve("t.csv"), "a,b,kind\n1,2,dog\n3,4,cat\n");
        assertEquals(
                "[[1, 2], [3, 4]]",
                text(DataFeed.csv(table, "kind").batch(2)).replaceAll("\\s+", " "));
        assertEquals("[1, 0]", DataFeed.csv(table, "kind").batch(2).first().y().toString());
    }

    private void picture(String name, int size, int color) throws IOException {
        var image = new BufferedImage(size, size, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < size * size; i++) {
            image.setRGB(i % size, i / size, color);
        }
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        ImageIO.write(image, "png", file.toFile());
    }

    @Test
    void aFolderOfPicturesHasAClassForEachFolder() throws IOException {
        picture("pets/cat/a.png", 4, 0xFF8000);
        picture("pets/dog/b.png", 8, 0x0000FF);
        Files.writeString(folder.resolve("pets/dog/notes.txt"), "no picture");
        DataFeed data = DataFeed.images(folder.resolve("pets"), 4, 4);
        assertEquals(2, data.size());
        Item batch = data.batch(2).first();
        assertEquals(Shape.of(2, 4, 4, 3), batch.x().shape());
        assertEquals("[0, 1]", batch.y().toString());
        assertEquals(255, batch.x().get(0, 0, 0, 0));
        assertEquals(128, batch.x().get(0, 3, 3, 1));
        assertEquals(255, batch.x().get(1, 2, 1, 2), 1e-3);
    }

    @Test
    void picturesThatCannotBeReadAreNamed() throws IOException {
        assertThrows(IOException.class, () -> DataFeed.images(folder, 2, 2));
        Path broken = folder.resolve("cat/a.png");
        Files.createDirectories(broken.getParent());
        Files.writeString(broken, "not a picture");
        Iterator<Item> items = DataFeed.images(folder, 2, 2).iterator();
        String message = assertThrows(UncheckedIOException.class, items::next).getMessage();
        assertTrue(message.contains("a.png cannot be read as a picture"), message);
        assertFalse(message.contains("null"), message);
    }
}
