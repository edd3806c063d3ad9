package nacre.saving;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/// A `.keras` file: a zip of texts and of an HDF5 file with the weights.
///
/// @param config the layers and how they are trained, as JSON
/// @param weights the numbers
/// @param assets other files by their path, such as vocabularies
public record KerasArchive(String config, Hdf5Group weights, Map<String, byte[]> assets) {
    private static final String METADATA = "metadata.json";
    private static final String CONFIG = "config.json";
    private static final String WEIGHTS = "model.weights.h5";
    private static final String ASSETS = "assets/";
    private static final String KERAS_VERSION = "3.15.1"; // whose format this is
    private static final long LEAST_LIMIT = 16L << 20;
    private static final int MOST_SQUEEZED = 100;
    private static final int MOST_FILES = 10_000;

    /// Reads a file, and says clearly what is wrong if it cannot be.
    public static KerasArchive read(Path path) throws IOException {
        if (!Files.isRegularFile(path)) {
            String why = Files.exists(path) ? "is not a file" : "does not exist";
            throw new NoSuchFileException(path.toString(), null, why);
        }
        try (var zip = new ZipFile(path.toFile())) {
            if (zip.size() > MOST_FILES) {
                throw new BadFile("%s holds %d files.".formatted(path, zip.size()));
            }
            var assets = new LinkedHashMap<String, byte[]>();
            long room = most(Files.size(path)); // a few bytes can be many files
            for (ZipEntry entry : Collections.list(zip.entries())) {
                String name = entry.getName();
                if (name.contains("..")
                        || name.startsWith("/")
                        || name.contains("\\")
                        || name.contains(":")) {
                    throw new BadFile(
                            path
                                    + " holds a file with the path \""
                                    + name
                                    + "\", which leads out of the archive.");
                }
                if (name.startsWith(ASSETS) && !entry.isDirectory()) {
                    byte[] asset = bytes(path, zip, name);
                    room -= asset.length;
                    if (room < 0) {
                        throw new BadFile(
                                path + ": its assets are far more than the file can hold.");
                    }
                    assets.put(name.substring(ASSETS.length()), asset);
                }
            }
            if (zip.getEntry(WEIGHTS) == null && zip.getEntry("model.weights.npz") != null) {
                throw new BadFile(
                        path
                                + " holds its weights as .npz; save it again with Keras's usual .h5 weights.");
            }
            String config = new String(bytes(path, zip, CONFIG), StandardCharsets.UTF_8);
            byte[] weights = bytes(path, zip, WEIGHTS);
            return new KerasArchive(config, Hdf5.read("The weights in " + path, weights), assets);
        } catch (ZipException | EOFException | IllegalArgumentException e) {
            if (e instanceof BadFile known) {
                throw known;
            }
            throw new BadFile(
                    path + " is not a .keras file, or it is damaged" + BadFile.because(e), e);
        }
    }

    /// How many bytes may come out of so many.
    private static long most(long squeezed) {
        return Math.min(Integer.MAX_VALUE - 16L, Math.max(LEAST_LIMIT, squeezed * MOST_SQUEEZED));
    }

    /// One file of the archive, complete and as it was when it was put in.
    private static byte[] bytes(Path path, ZipFile zip, String name) throws IOException {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) {
            throw new BadFile(path + " is not a .keras file: it has no " + name + ".");
        }
        long limit = most(entry.getCompressedSize());
        if (entry.getSize() > limit || entry.getCompressedSize() > Files.size(path)) {
            throw new BadFile(
                    path
                            + ": "
                            + name
                            + " would be "
                            + entry.getSize()
                            + " bytes, far more than the file can hold.");
        }
        try (InputStream in = zip.getInputStream(entry)) {
            byte[] bytes = in.readNBytes((int) limit + 1);
            var sum = new CRC32();
            sum.update(bytes);
            if (bytes.length != entry.getSize() || sum.getValue() != entry.getCrc()) {
                throw new BadFile(
                        path + " is damaged: " + name + " is not what it was when it was saved.");
            }
            return bytes;
        } catch (EOFException e) {
            throw new BadFile(path + " is not complete: it ends inside of " + name + ".", e);
        }
    }

    /// Replaces a file by this archive, as a whole.
    public void write(Path path) throws IOException {
        Path folder = Files.createTempDirectory("nacre");
        Path numbers = folder.resolve(WEIGHTS);
        try {
            Hdf5.write(numbers, weights);
            byte[] bytes = Files.readAllBytes(numbers);
            AtomicFile.write(path, out -> write(out, bytes));
        } finally {
            Files.deleteIfExists(numbers);
            Files.deleteIfExists(folder);
        }
    }

    /// Writes the archive with these bytes of HDF5.
    void write(OutputStream out, byte[] numbers) throws IOException {
        String date =
                DateTimeFormatter.ofPattern("yyyy-MM-dd@HH:mm:ss", Locale.ROOT)
                        .format(LocalDateTime.now());
        var metadata = new LinkedHashMap<String, Object>();
        metadata.put("keras_version", KERAS_VERSION);
        metadata.put("date_saved", date);
        var zip = new ZipOutputStream(out);
        put(zip, METADATA, Json.write(metadata).getBytes(StandardCharsets.UTF_8));
        put(zip, CONFIG, config.getBytes(StandardCharsets.UTF_8));
        put(zip, WEIGHTS, numbers);
        for (Map.Entry<String, byte[]> asset : assets.entrySet()) {
            put(zip, ASSETS + asset.getKey(), asset.getValue());
        }
        zip.finish();
    }

    /// As Keras does: not squeezed, so that weights can be read in place.
    private static void put(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
        var entry = new ZipEntry(name);
        var sum = new CRC32();
        sum.update(bytes);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(bytes.length);
        entry.setCrc(sum.getValue());
        zip.putNextEntry(entry);
        zip.write(bytes);
        zip.closeEntry();
    }
}
