package nacre.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import nacre.tensor.Tensor;

/// Well-known data sets, from the folder where Keras keeps them: `~/.keras/datasets`, or `datasets`
/// in the folder that `KERAS_HOME` names.
///
/// Nothing is fetched unless you ask for it: `Datasets.download("mnist")`. What comes back is what
/// Keras gives: pixels from 0 to 255, images without an axis for channels.
public final class Datasets {
    static final int KERAS_SEED = 113; // of the order of samples

    private final Path folder;

    Datasets(Path folder) {
        this.folder = folder;
    }

    private static Datasets ofKeras() {
        String home = System.getenv("KERAS_HOME");
        Path keras =
                home == null ? Path.of(System.getProperty("user.home"), ".keras") : Path.of(home);
        return new Datasets(keras.resolve("datasets"));
    }

    /// Handwritten digits: 60 000 images `(28, 28)` to learn from and 10 000 to test with, ten
    /// classes.
    public static DataSet.Split mnist() {
        return ofKeras().arrays("mnist", "mnist.npz");
    }

    /// Pieces of clothing: images as those of [#mnist], ten classes.
    public static DataSet.Split fashionMnist() {
        return ofKeras().images("fashion_mnist", "fashion-mnist");
    }

    /// Prices of houses by 13 numbers about their surroundings, for regression: 404 to learn from
    /// and 102 to test with, in Keras's order.
    public static DataSet.Split bostonHousing() {
        return ofKeras().houses();
    }

    /// Small colour pictures: 50 000 images `(32, 32, 3)` to learn from and 10 000 to test with,
    /// ten classes, `y (n, 1)`.
    public static DataSet.Split cifar10() {
        return ofKeras().pictures();
    }

    /// Reviews of films: 25 000 to learn from and as many to test with; good ones are of class 1.
    /// The 10 000 most frequent words, 256 words of each review; see [#imdb(int, int)].
    public static DataSet.Split imdb() {
        return imdb(10_000, 256);
    }

    /// Reviews of films as numbers of words, `x (25000, length)`: frequent words have small
    /// numbers, from 4 on. 1 stands at the start, 2 for words whose number would be `numWords` or
    /// more; of long reviews the end is kept, and zeros stand before short ones, as Keras's
    /// `pad_sequences` has it. They come in Keras's order, which is that of its seed 113.
    public static DataSet.Split imdb(int numWords, int length) {
        return ofKeras().reviews(new Reviews(numWords, length));
    }

    /// Fetches a data set into Keras's folder: `mnist`, `fashion_mnist`, `cifar10`, `imdb` or
    /// `boston_housing`.
    public static void download(String name) {
        ofKeras().fetch(name);
    }

    void fetch(String name) {
        try {
            Download.all(name, folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e.getMessage(), e);
        }
    }

    DataSet.Split arrays(String name, String file) {
        Map<String, Tensor> arrays = reading(name, file, () -> Npy.readAll(folder.resolve(file)));
        return new DataSet.Split(
                new DataSet(need(arrays, "x_train", file), need(arrays, "y_train", file)),
                new DataSet(need(arrays, "x_test", file), need(arrays, "y_test", file)));
    }

    DataSet.Split images(String name, String inside) {
        return new DataSet.Split(images(name, inside, "train"), images(name, inside, "t10k"));
    }

    private DataSet images(String name, String inside, String part) {
        return new DataSet(
                idx(name, inside + "/" + part + "-images-idx3-ubyte.gz"),
                idx(name, inside + "/" + part + "-labels-idx1-ubyte.gz"));
    }

    private Tensor idx(String name, String file) {
        return reading(name, file, () -> Idx.read(folder.resolve(file)));
    }

    /// One table for both parts; the last fifth is for testing, in Keras's order.
    DataSet.Split houses() {
        String file = "boston_housing.npz";
        Map<String, Tensor> arrays =
                reading("boston_housing", file, () -> Npy.readAll(folder.resolve(file)));
        var all = new DataSet(need(arrays, "x", file), need(arrays, "y", file));
        DataSet mixed = all.rows(new NumpyRandom(KERAS_SEED).permutation(all.size()));
        int train = (int) (all.size() * 0.8); // rounded down
        return new DataSet.Split(mixed.take(train), mixed.skip(train));
    }

    DataSet.Split pictures() {
        Path found = Cifar.find(folder);
        return Files.isDirectory(found)
                ? read("cifar10", () -> Cifar.read(found))
                : reading("cifar10", Cifar.ARCHIVE, () -> Cifar.read(found));
    }

    DataSet.Split reviews(Reviews how) {
        String file = "imdb.npz";
        return reading("imdb", file, () -> how.read(folder.resolve(file)));
    }

    private interface Reading<T> {
        T read() throws IOException;
    }

    private <T> T reading(String name, String file, Reading<T> work) {
        Path path = folder.resolve(file);
        if (!Files.isRegularFile(path)) {
            throw new IllegalStateException(
                    "The data set "
                            + name
                            + " is not here: there is no "
                            + path
                            + ". With a network, Datasets.download(\""
                            + name
                            + "\") fetches it; without one, copy the file from a computer where Keras has it.");
        }
        return read(name, work);
    }

    private static <T> T read(String name, Reading<T> work) {
        try {
            return work.read();
        } catch (IOException e) {
            throw new UncheckedIOException(
                    e.getMessage()
                            + " Delete it and fetch it again: Datasets.download(\""
                            + name
                            + "\").",
                    e);
        }
    }

    private static Tensor need(Map<String, Tensor> arrays, String name, String file) {
        Tensor array = arrays.get(name);
        if (array == null) {
            throw new IllegalStateException(
                    file + " has no array `" + name + "`; it has " + arrays.keySet() + ".");
        }
        return array;
    }
}
