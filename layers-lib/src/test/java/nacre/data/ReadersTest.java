package nacre.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import nacre.tensor.Shape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadersTest {
    @TempDir Path folder;

    private static byte[] idx(int count, int... sizes) throws IOException {
        var bytes = new ByteArrayOutputStream();
        var out = new DataOutputStream(bytes);
        out.writeInt(0x0800 | sizes.length);
        for (int size : sizes) {
            out.writeInt(size);
        }
        for (int i = 0; i < count; i++) {
            out.write(250 + i);
        }
        return bytes.toByteArray();
    }

    private static byte[] npy(String kind, boolean fortran, String shape, ByteBuffer numbers) {
        String header =
                "{'descr': '"
                        + kind
                        + "', 'fortran_order': "
                        + (fortran ? "True" : "False")
                        + ", 'shape': ("
                        + shape
                        + "), }\n";
        ByteBuffer all =
                ByteBuffer.allocate(10 + header.length() + numbers.capacity())
                        .order(ByteOrder.LITTLE_ENDIAN);
        all.put(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0})
                .putShort((short) header.length());
        all.put(header.getBytes(StandardCharsets.ISO_8859_1)).put(numbers.array());
        return all.array();
    }

    private static ByteBuffer ints(ByteOrder order, int... values) {
        ByteBuffer buffer = ByteBuffer.allocate(4 * values.length).order(order);
        for (int value : values) {
            buffer.putInt(value);
        }
        return buffer;
    }

    private Path put(String name, byte[] bytes) throws IOException {
        Path path = folder.resolve(name);
        Files.createDirectories(path.getParent());
        if (!name.endsWith(".gz")) {
            return Files.write(path, bytes);
        }
        try (var out = new GZIPOutputStream(Files.newOutputStream(path))) {
            out.write(bytes);
        }
        return path;
    }

    private void zip(String name, Map<String, byte[]> files) throws IOException {
        try (var out = new ZipOutputStream(Files.newOutputStream(folder.resolve(name)))) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                out.putNextEntry(new ZipEntry(file.getKey()));
                out.write(file.getValue());
            }
        }
    }

    @Test
    void idxHoldsBytesWithoutSign() throws IOException {
        assertEquals("[[250, 251], [252, 253]]", text(Idx.read(put("a", idx(4, 2, 2)))));
        assertEquals("[250, 251]", text(Idx.read(put("b.gz", idx(2, 2)))));
        assertTrue(
                assertThrows(IOException.class, () -> Idx.read(put("c", idx(3, 2, 2))))
                        .getMessage()
                        .contains("not complete"));
        assertThrows(IOException.class, () -> Idx.read(put("d", idx(3, Integer.MAX_VALUE, 9))));
    }

    private static String text(nacre.tensor.Tensor tensor) {
        return tensor.toString().replaceAll("\\s+", " ");
    }

    @Test
    void npyKnowsKindsOrdersAndColumns() throws IOException {
        ByteBuffer little = ints(ByteOrder.LITTLE_ENDIAN, 1, 2, 3, 4, 5, -6);
        assertEquals(
                "[[1, 2, 3], [4, 5, -6]]",
                text(Npy.read(put("a.npy", npy("<i4", false, "2, 3", little)))));
        assertEquals(
                "[[1, 3, 5], [2, 4, -6]]",
                text(Npy.read(put("b.npy", npy("<i4", true, "2, 3", little)))));
        ByteBuffer big = ints(ByteOrder.BIG_ENDIAN, 7, 8);
        assertEquals("[7, 8]", text(Npy.read(put("c.npy", npy(">i4", false, "2,", big)))));
        ByteBuffer doubles = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putDouble(0.5);
        assertEquals("0.5", text(Npy.read(put("d.npy", npy("<f8", false, "", doubles)))));
    }

    @Test
    void npyRefusesPythonsObjectsAndPromisesItCannotKeep() throws IOException {
        Path objects = put("a.npy", npy("|O", false, "1,", ByteBuffer.allocate(8)));
        assertTrue(
                assertThrows(IOException.class, () -> Npy.read(objects))
                        .getMessage()
                        .contains("objects"));
        Path promise = put("b.npy", npy("<f4", false, "500000000,", ByteBuffer.allocate(8)));
        assertTrue(
                assertThrows(IOException.class, () -> Npy.read(promise))
                        .getMessage()
                        .contains("not complete"));
        Path huge = put("c.npy", npy("<f4", false, "99999, 99999, 99999", ByteBuffer.allocate(8)));
        assertThrows(IOException.class, () -> Npy.read(huge));
    }

    @Test
    void aTableHasQuotesAndWords() {
        Csv table = Csv.of("\uFEFFsize;name;kind\r\n1.5;\"a;b\"\"c\";cat\r\n2;\"d\ne\";dog\r\n");
        assertEquals("a;b\"c", table.column("name").get(0));
        assertEquals("d\ne", table.column("name").get(1));
        assertEquals(Shape.of(2, 1), table.numbers("size").shape());
        DataSet data =
                new Csv(
                                java.util.List.of("size", "kind"),
                                java.util.List.of(
                                        java.util.List.of("1", "cat"),
                                        java.util.List.of("2", "ant")))
                        .dataSet("kind");
        assertEquals("[1, 0]", text(data.y()));
        assertTrue(
                assertThrows(IllegalArgumentException.class, () -> table.numbers("kind"))
                        .getMessage()
                        .contains("\"cat\""));
        assertThrows(IllegalArgumentException.class, () -> Csv.of("a,b\n1\n"));
        assertThrows(IllegalArgumentException.class, () -> Csv.of("a,b\n1,\"2\n"));
    }

    @Test
    void keepsToTheFolderOfKeras() throws IOException {
        byte[] x = npy("<i4", false, "2, 1, 1", ints(ByteOrder.LITTLE_ENDIAN, 1, 2));
        byte[] y = npy("<i4", false, "2,", ints(ByteOrder.LITTLE_ENDIAN, 3, 4));
        zip(
                "mnist.npz",
                Map.of("x_train.npy", x, "y_train.npy", y, "x_test.npy", x, "y_test.npy", y));
        var here = new Datasets(folder);
        assertEquals(
                "2 samples: x (2, 1, 1), y (2,)",
                here.arrays("mnist", "mnist.npz").train().toString());
        for (String part : new String[] {"train", "t10k"}) {
            put("fashion-mnist/" + part + "-images-idx3-ubyte.gz", idx(2, 2, 1, 1));
            put("fashion-mnist/" + part + "-labels-idx1-ubyte.gz", idx(2, 2));
        }
        assertEquals(
                "2 samples: x (2, 1, 1), y (2,)",
                here.images("fashion_mnist", "fashion-mnist").test().toString());
        String message = assertThrows(IllegalStateException.class, here::houses).getMessage();
        assertTrue(
                message.contains("boston_housing.npz") && message.contains("Datasets.download"),
                message);
    }

    @Test
    void housesComeInKerasOrder() throws IOException {
        zip(
                "boston_housing.npz",
                Map.of(
                        "x",
                        npy("<i4", false, "6, 1", ints(ByteOrder.LITTLE_ENDIAN, 0, 1, 2, 3, 4, 5)),
                        "y",
                        npy(
                                "<i4",
                                false,
                                "6,",
                                ints(ByteOrder.LITTLE_ENDIAN, 0, 10, 20, 30, 40, 50))));
        DataSet.Split houses = new Datasets(folder).houses(); // NumPy's order is 1 0 3 2 4 5
        assertArrayEquals(new float[] {1, 0, 3, 2}, houses.train().x().toArray());
        assertArrayEquals(new float[] {40, 50}, houses.test().y().toArray());
    }
}
