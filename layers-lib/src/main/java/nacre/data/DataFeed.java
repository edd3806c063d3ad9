package nacre.data;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import nacre.layers.Arguments;
import nacre.tensor.Tensor;

/// Data that come piece by piece, changed on their way: `fit`, `evaluate` and `predict` take them
/// when they are in batches.
///
/// Each step gives a new data feed; nothing is read or computed before somebody goes through it.
/// What Keras takes as a `tf.data.Dataset`.
///
/// ```java
/// var data = DataFeed.of(Data.moons(100, 0.1, 7)).shuffle(100, 1).batch(32);
/// data.size()   // 4
/// data.first()   // x [(32, 2)], y [(32,)]
/// DataFeed.of(Tensor.range(6)).map(item -> item.x(item.x().mul(2))).skip(2).batch(4).first().x()   // [4, 6, 8, 10]
/// ```
public final class DataFeed implements Iterable<Item> {
    /// The size of a data feed that nobody can know before going through it.
    public static final long UNKNOWN = -1;

    /// The size of a data feed without an end.
    public static final long ENDLESS = Long.MAX_VALUE;

    /// A way through the data: the passes are counted from 0, and the same number gives the same
    /// items in the same order.
    interface Source {
        Iterator<Item> pass(long number);
    }

    private final Source source;
    private final long size;
    private final boolean batched;

    private DataFeed(Source source, long size, boolean batched) {
        this.source = source;
        this.size = size;
        this.batched = batched;
    }

    // --- where data come from

    /// The samples of a data set, one by one.
    public static DataFeed of(DataSet data) {
        return of(List.of(data.x()), List.of(data.y()));
    }

    /// The rows of two tensors, one by one.
    public static DataFeed of(Tensor x, Tensor y) {
        return of(List.of(x), List.of(y));
    }

    /// The rows of a tensor, one by one, without answers.
    public static DataFeed of(Tensor x) {
        return of(List.of(x), List.of());
    }

    /// The rows of several inputs and targets, one by one.
    public static DataFeed of(List<Tensor> inputs, List<Tensor> targets) {
        var rows = new Rows(inputs, targets);
        return new DataFeed(_ -> rows.iterator(), rows.size(), false);
    }

    /// Samples from code of your own, which is asked for a new iterator at each pass:
    /// `DataFeed.generate(() -> list.iterator())`.
    public static DataFeed generate(Supplier<? extends Iterator<Item>> generator) {
        return new DataFeed(_ -> new Flows.Given(generator.get()), UNKNOWN, false);
    }

    /// The rows of a table of numbers, with the answers in one of its columns; see [Csv#dataSet].
    public static DataFeed csv(Path file, String answer) throws IOException {
        return of(Csv.read(file).dataSet(answer));
    }

    /// Pictures from a folder that has a folder for each class: `x (height, width, 3)` from 0 to
    /// 255, `y` the number of the class in alphabetical order. Pictures are read when they are
    /// needed, and brought to the same size. PNG, JPEG, GIF and BMP can be read.
    public static DataFeed images(Path folder, int height, int width) throws IOException {
        var pictures = new Pictures(folder, height, width);
        return new DataFeed(_ -> pictures.iterator(), pictures.size(), false);
    }

    // --- what happens on the way

    /// Each item changed: `map(item -> item.x(item.x().div(255)))`.
    public DataFeed map(UnaryOperator<Item> change) {
        return new DataFeed(pass -> new Flows.Mapped(source.pass(pass), change), size, batched);
    }

    /// Items in an order drawn from a seed, another one at each pass. Only `buffer` of them are
    /// held at a time; with as many as there are, each order is as likely as any other.
    public DataFeed shuffle(int buffer, long seed) {
        Arguments.positive("buffer", buffer);
        return new DataFeed(
                pass -> new Flows.Shuffled(source.pass(pass), buffer, seed, pass), size, batched);
    }

    /// So many samples together along a new first axis; the last batch may be smaller.
    public DataFeed batch(int samples) {
        return batch(samples, false);
    }

    /// So many samples together; a last batch that is smaller may be left out.
    public DataFeed batch(int samples, boolean dropRemainder) {
        Arguments.positive("samples", samples);
        if (batched) {
            throw new IllegalStateException("The items are batches already; call batch once.");
        }
        long batches =
                size == UNKNOWN || size == ENDLESS
                        ? size
                        : dropRemainder ? size / samples : Math.ceilDiv(size, samples);
        return new DataFeed(
                pass -> new Flows.Batched(source.pass(pass), samples, dropRemainder),
                batches,
                true);
    }

    /// Again and again, without an end; then `fit` needs `stepsPerEpoch`.
    public DataFeed repeat() {
        return new DataFeed(
                pass -> new Flows.Repeated(source, pass, Long.MAX_VALUE),
                size == 0 ? 0 : ENDLESS,
                batched);
    }

    /// So many times.
    public DataFeed repeat(int times) {
        Arguments.positive("times", times);
        long all = size == UNKNOWN || size == ENDLESS ? size : size * times;
        return new DataFeed(pass -> new Flows.Repeated(source, pass, times), all, batched);
    }

    /// The first `count` items.
    public DataFeed take(long count) {
        long all = size == UNKNOWN ? UNKNOWN : Math.min(size, count);
        return new DataFeed(pass -> new Flows.Taken(source.pass(pass), count), all, batched);
    }

    /// All but the first `count` items.
    public DataFeed skip(long count) {
        long all = size == UNKNOWN || size == ENDLESS ? size : Math.max(0, size - count);
        return new DataFeed(pass -> Flows.skipped(source.pass(pass), count), all, batched);
    }

    /// The same data feed: Keras's programs call this to work ahead, which Nacre does not need, as
    /// its steps use all processors themselves.
    public DataFeed prefetch(int buffer) {
        Arguments.positive("buffer", buffer);
        return this;
    }

    // --- what comes out

    /// Number of items (samples, or batches after `batch`), [#UNKNOWN] or [#ENDLESS].
    public long size() {
        return size;
    }

    /// Whether items are batches.
    public boolean batched() {
        return batched;
    }

    /// The items of the first pass.
    @Override
    public Iterator<Item> iterator() {
        return pass(0);
    }

    /// The items of a pass, counted from 0; shuffling differs from pass to pass.
    public Iterator<Item> pass(long number) {
        return source.pass(number);
    }

    /// The first item.
    public Item first() {
        Iterator<Item> items = iterator();
        if (!items.hasNext()) {
            throw new IllegalStateException("The data feed has no items.");
        }
        return items.next();
    }

    @Override
    public String toString() {
        String count =
                size == UNKNOWN ? "some" : size == ENDLESS ? "endlessly many" : Long.toString(size);
        return "DataFeed of " + count + (batched ? " batches" : " samples");
    }
}
