package nacre.data;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import nacre.layers.Arguments;
import nacre.tensor.Tensor;

/// Reviews of films as numbers of words, brought to the same length.
///
/// @param numWords how many of the most frequent words keep their numbers
/// @param length how many words of a review there are: the last ones, zeros before shorter ones
record Reviews(int numWords, int length) {
    private static final int START = 1; // stands before the first word
    private static final int UNKNOWN = 2; // stands for words that are left out
    private static final int FIRST = 3; // is added to the number of each word

    Reviews {
        Arguments.positive("numWords", numWords);
        Arguments.positive("length", length);
    }

    DataSet.Split read(Path path) throws IOException {
        Map<String, Object> arrays = Npy.readAllWithLists(path);
        DataSet train = part(path, arrays, "train");
        DataSet test = part(path, arrays, "test");
        var random = new NumpyRandom(Datasets.KERAS_SEED);
        return new DataSet.Split(
                train.rows(random.permutation(train.size())),
                test.rows(random.permutation(test.size())));
    }

    private DataSet part(Path path, Map<String, Object> arrays, String part) throws IOException {
        if (arrays.get("x_" + part) instanceof Pickle.Numbers reviews
                && reviews.values instanceof List<?> texts
                && arrays.get("y_" + part) instanceof Tensor classes
                && classes.size() == texts.size()) {
            float[] x = new float[Math.multiplyExact(texts.size(), length)];
            for (int i = 0; i < texts.size(); i++) {
                if (!(texts.get(i) instanceof List<?> words)) {
                    throw new IOException(path + ": review " + i + " is not a list of numbers.");
                }
                put(words, x, i * length);
            }
            return new DataSet(Tensor.of(x, texts.size(), length), classes);
        }
        throw new IOException(path + " does not hold reviews and a class for each of them.");
    }

    private void put(List<?> words, float[] x, int from) {
        int all = words.size() + 1;
        int used = Math.min(all, length);
        for (int i = 0; i < used; i++) {
            int place = all - used + i; // 0 is the start
            x[from + length - used + i] =
                    place == 0
                            ? kept(START)
                            : kept(((Number) words.get(place - 1)).intValue() + FIRST);
        }
    }

    private float kept(int number) {
        return number < numWords ? number : UNKNOWN;
    }
}
