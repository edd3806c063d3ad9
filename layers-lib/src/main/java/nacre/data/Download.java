package nacre.data;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/// Fetches files into a folder: into `….part` first, compared with the sum that is known of it, and
/// only then renamed.
final class Download {
    private static final String SOURCE =
            "https://storage.googleapis.com/tensorflow/tf-keras-datasets/";
    private static final int PATIENCE = 20_000; // milliseconds

    /// A file: its place in the folder and the sum of its bytes.
    ///
    /// @param from where it is
    /// @param name its file name there
    /// @param place the path in the folder
    /// @param kind how the sum is made, such as `SHA-256`
    /// @param sum the sum
    record Source(String from, String name, String place, String kind, String sum) {}

    private static final Map<String, List<Source>> KNOWN =
            Map.of(
                    "mnist",
                    List.of(
                            keras(
                                    "mnist.npz",
                                    "731c5ac602752760c8e48fbffcf8c3b850d9dc2a2aedcf2cc48468fc17b673d1")),
                    "boston_housing",
                    List.of(
                            keras(
                                    "boston_housing.npz",
                                    "f553886a1f8d56431e820c5b82552d9d95cfcb96d1e678153f8839538947dff5")),
                    "imdb",
                    List.of(
                            keras(
                                    "imdb.npz",
                                    "69664113be75683a8fe16e3ed0ab59fda8886cb3cd7ada244f7d9544e4676b9f")),
                    "cifar10",
                    List.of(
                            new Source(
                                    "https://www.cs.toronto.edu/~kriz/",
                                    Cifar.ARCHIVE,
                                    Cifar.ARCHIVE,
                                    "SHA-256",
                                    "6d958be074577803d12ecdefd02955f39262c83c16fe9348329d7fe0b5c001ce")),
                    "fashion_mnist",
                    List.of(
                            fashion(
                                    "train-images-idx3-ubyte.gz",
                                    "8d4fb7e6c68d591d4c3dfef9ec88bf0d"),
                            fashion(
                                    "train-labels-idx1-ubyte.gz",
                                    "25c81989df183df01b3e8a0aad5dffbe"),
                            fashion(
                                    "t10k-images-idx3-ubyte.gz",
                                    "bef4ecab320f06d8554ea6380940ec79"),
                            fashion(
                                    "t10k-labels-idx1-ubyte.gz",
                                    "bb300cfdad3c16e7a12a480ee83cd310")));

    private Download() {}

    private static Source keras(String name, String sum) {
        return new Source(SOURCE, name, name, "SHA-256", sum);
    }

    /// The makers of Fashion-MNIST publish these sums.
    private static Source fashion(String name, String sum) {
        return new Source(SOURCE, name, "fashion-mnist/" + name, "MD5", sum);
    }

    static void all(String name, Path folder) throws IOException {
        List<Source> files = KNOWN.get(name);
        if (files == null) {
            throw new IllegalArgumentException(
                    "There is no data set \""
                            + name
                            + "\" to fetch; there are "
                            + KNOWN.keySet().stream().sorted().toList()
                            + ".");
        }
        for (Source file : files) {
            fetch(file, folder);
        }
    }

    /// Fetches one file, unless it is there already.
    static void fetch(Source file, Path folder) throws IOException {
        URI from = URI.create(file.from() + file.name());
        Path target = folder.resolve(file.place());
        if (Files.isRegularFile(target)) {
            return;
        }
        Files.createDirectories(target.toAbsolutePath().getParent());
        Path part = target.resolveSibling(target.getFileName() + ".part");
        try {
            String sum = copy(from, part, file.kind());
            if (!sum.equals(file.sum())) {
                throw new IOException(
                        "What "
                                + from.getHost()
                                + " sent for "
                                + file.name()
                                + " is not the file that was expected (its "
                                + file.kind()
                                + " is "
                                + sum
                                + "); nothing was kept. Try again later.");
            }
            Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private static String copy(URI from, Path to, String kind) throws IOException {
        try {
            var connection = from.toURL().openConnection();
            connection.setConnectTimeout(PATIENCE);
            connection.setReadTimeout(PATIENCE);
            var digest = MessageDigest.getInstance(kind);
            try (InputStream in = new DigestInputStream(connection.getInputStream(), digest)) {
                Files.copy(in, to, StandardCopyOption.REPLACE_EXISTING);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new IOException(
                    from
                            + " could not be fetched ("
                            + e
                            + "). Is there a network? Without one, copy the file to "
                            + to.resolveSibling(to.getFileName().toString().replace(".part", ""))
                            + ".",
                    e);
        }
    }
}
