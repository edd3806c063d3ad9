package nacre.compute;

import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

/// Gets the vector loops compiled, on tiny problems in the background, before they are needed.
///
/// Until the optimizing compiler has a vector loop, each of its vectors is an object, and it is a
/// hundred times slower than plain code. So what has a plain twin that gives the same bits takes it
/// until the vectors are faster, and nobody sees a difference but in time. The other loops are
/// begun slowly; they are only called often here.
///
/// Compiling takes a processor for seconds. So one tile comes first, and the rest only when a
/// training is likely to last longer than that.
public final class Warmup {
    /// Calls after which the compiler has seen enough of a loop.
    private static final int CALLS = 1_000;

    /// Turns of a loop in a call: the compiler counts calls more than turns, and each costs a
    /// hundred times its later price.
    private static final int TURNS = 8;

    /// After so long the vectors are taken in any case.
    private static final long LONGEST = 20_000_000_000L;

    /// The pause between the first tile and the rest, as a multiple of the time that the first
    /// took: on a busy machine a training takes longer too.
    private static final int PAUSE = 30;

    private static final long LONGEST_PAUSE = 10_000_000_000L;

    /// Half a millisecond in which the compiler works on what it was asked for.
    private static final long COMPILING = 500_000L;

    private static final int[] PLACES = {0, 1, 0, 1};

    /// What is compiled; each comes after the one before it.
    private enum Stage {
        NOTHING,
        FIRST_TILE,
        TILES,
        LOOPS,
        PACKED
    }

    private static volatile Stage stage = Stage.NOTHING;

    private static final Thread THREAD = new Thread(Warmup::run, "nacre-warmup");

    static {
        THREAD.setDaemon(true);
        THREAD.setPriority(Thread.MIN_PRIORITY);
        THREAD.start();
    }

    private Warmup() {}

    /// Begins, if nobody has yet. Costs nothing; the sooner in the life of a process, the better.
    public static void start() {}

    /// Whether [FirstTile] is compiled; never without the Vector API.
    static boolean firstTileReady() {
        return stage.compareTo(Stage.FIRST_TILE) >= 0;
    }

    /// Whether all vector tiles are compiled; never without the Vector API.
    static boolean tilesReady() {
        return stage.compareTo(Stage.TILES) >= 0;
    }

    /// Whether the other vector loops are compiled that have a plain twin with the same bits.
    static boolean loopsReady() {
        return stage.compareTo(Stage.LOOPS) >= 0;
    }

    /// Whether [PackedProduct] and [PackedSums] are compiled; never without the Vector API, nor
    /// where the wider tiles have registers enough.
    static boolean packedReady() {
        return stage.compareTo(Stage.PACKED) >= 0;
    }

    /// Whether the loops of [Winograd] are compiled. Only models for pictures need them: compiling
    /// begins when the first of them asks.
    static boolean winogradReady() {
        return ForPictures.ready;
    }

    private static final class ForPictures {
        private static final Thread THREAD = new Thread(ForPictures::run, "nacre-warmup-pictures");
        private static volatile boolean ready;

        static {
            THREAD.setDaemon(true);
            THREAD.setPriority(Thread.MIN_PRIORITY);
            THREAD.start();
        }

        private static void run() {
            try {
                Warmup.THREAD.join();
                if (Vectors.ON) {
                    winograd(System.nanoTime() + LONGEST);
                    ready = true;
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt(); // nobody does; plain loops would stay
            }
        }
    }

    /// Waits until all is compiled: for who measures.
    public static void await() throws InterruptedException {
        THREAD.join();
        ForPictures.THREAD.join();
    }

    private static void run() {
        if (Vectors.ON) {
            int n = 9 * Vectors.LANES + 3; // with an end that fills no vector
            float[] x = new float[n + 1];
            Tiles t = tiny();
            long start = System.nanoTime();
            firstTile(t, start + LONGEST);
            stage = Stage.FIRST_TILE;
            long spent = System.nanoTime() - start;
            LockSupport.parkNanos(Math.min(PAUSE * spent, LONGEST_PAUSE));
            long end = System.nanoTime() + LONGEST;
            tiles(t, end);
            stage = Stage.TILES;
            race(() -> vectors(x, n), () -> plain(x, n), end);
            stage = Stage.LOOPS;
            if (!Vectors.MANY_REGISTERS) {
                packed(System.nanoTime() + LONGEST);
                sums(System.nanoTime() + LONGEST);
                stage = Stage.PACKED;
            }
            for (int i = 0; i < CALLS; i++) {
                others(x, n);
            }
        }
    }

    /// A product of a few terms; all rows of its result lie at the same place.
    private static Tiles tiny() {
        int widest = Tiles.COLUMNS;
        int[] rows = new int[Tiles.ROWS];
        float[] a = new float[TURNS];
        float[] b = new float[TURNS * widest];
        return new Tiles(a, rows, new int[TURNS], TURNS, b, widest, new float[widest], rows, false);
    }

    /// The same with its terms one behind the other, and those of B `step` apart.
    private static Tiles inLine(Tiles t, int step) {
        int[] taps = IntStream.range(0, TURNS).toArray();
        return new Tiles(
                t.a(), t.rows(), taps, TURNS, t.b(), step, t.c(), t.places(), false, TURNS);
    }

    /// The compiler counts calls, and one without rows costs nothing; so most are of that kind, and
    /// just as many have vectors that it sees what is done with them.
    private static void firstTile(Tiles t, long end) {
        int width = FirstTile.COLUMNS;
        float[] zeros = new float[width];
        race(
                4,
                () -> {
                    for (int i = 0; i < CALLS; i++) {
                        Tile6x2.run(t, 0, 0, -1, 0, 0, zeros, 0);
                    }
                    LockSupport.parkNanos(COMPILING);
                },
                () -> {
                    FirstTile.run(t, 0, 0, Tiles.ROWS, 0, 0, width, t.c(), 0, 0f);
                    FirstTile.run(t, 0, 0, Tiles.ROWS, 0, 0, width, zeros, 0, Tiles.NO_FLOOR);
                },
                () -> {
                    PlainTiles.run(t, 0, 0, Tiles.ROWS, 0, 0, width, t.c(), 0, 0f);
                    PlainTiles.run(t, 0, 0, Tiles.ROWS, 0, 0, width, zeros, 0, Tiles.NO_FLOOR);
                },
                end);
    }

    /// Each shape of a tile in turn.
    private static void tiles(Tiles t, long end) {
        int widest = Tiles.COLUMNS;
        tile(t, Tiles.ROWS, widest, end);
        if (!Vectors.MANY_REGISTERS) {
            tile(inLine(t, widest - 1), Tiles.ROWS, widest, end);
            tile(inLine(t, widest - 1), 4, widest, end);
            tile(inLine(t, widest), 4, widest, end);
        }
        tile(t, 4, widest, end);
        tile(t, Tiles.ROWS, 2 * Vectors.LANES, end);
        tile(t, Tiles.ROWS, Vectors.LANES, end);
        tile(t, Tiles.ROWS, Vectors.LANES - 1, end);
        tile(t, 1, widest, end);
        row(end);
    }

    /// A row of a product, so wide that each loop has a part in it.
    private static void row(long end) {
        int width = RowProduct.NARROW + 6 * Vectors.LANES - 1;
        float[] c = new float[width];
        Matrix a = new Matrix(new float[TURNS], 0, TURNS, 1);
        Matrix b = new Matrix(new float[TURNS * width], 0, width, 1);
        Runnable plain =
                () ->
                        PlainProduct.multiply(
                                1, width, TURNS, a.data(), 0, TURNS, 1, b.data(), 0, width, 1, c, 0,
                                width, true);
        race(() -> VectorRow.add(TURNS, a, b, c, 0, width), plain, end);
        race(() -> VectorWideRow.add(TURNS, a, b, c, 0, width), plain, end);
    }

    /// The tiles of packed terms, and what packs them: one after the other, since each takes the
    /// compiler up to 28 MB.
    private static void packed(long end) {
        int width = Tiles.COLUMNS;
        Matrix a = new Matrix(new float[Tiles.ROWS * TURNS], 0, TURNS, 1);
        Matrix turned = new Matrix(a.data(), 0, 1, Tiles.ROWS);
        float[] b = new float[TURNS * width];
        float[] c = new float[Tiles.ROWS * width];
        float[] zeros = new float[width];
        float[] packedA = new float[VectorPack.TOGETHER * Tiles.ROWS * TURNS];
        float[] packedB = new float[TURNS * width];
        int fours = TURNS / VectorPack.TOGETHER;
        Runnable plain =
                () ->
                        PlainProduct.multiply(
                                Tiles.ROWS,
                                width,
                                TURNS,
                                a.data(),
                                0,
                                TURNS,
                                1,
                                b,
                                0,
                                width,
                                1,
                                c,
                                0,
                                width,
                                true);
        race(
                () -> {
                    VectorPack.columns(b, 0, width, TURNS, 1, packedB, 0, 0);
                    VectorPack.rows(a, Tiles.ROWS - 1, TURNS - 1, packedA);
                    VectorPack.row(a.data(), 0, VectorPack.TOGETHER + 1, packedA, 0);
                    Packed6x2.run(fours, packedA, 0, packedB, 0, c, 0, width, zeros, 0);
                    Packed6x2.run(fours, packedA, 0, packedB, 0, c, 0, width, c, 0);
                },
                plain,
                end);
        race(
                () -> {
                    Packed4x2.run(fours, packedA, 0, packedB, 0, c, 0, width, zeros, 0);
                    Packed4x2.run(fours, packedA, 0, packedB, 0, c, 0, width, c, 0);
                },
                plain,
                end);
        race(
                () -> {
                    VectorPack.turned(turned, Tiles.ROWS, TURNS, packedA);
                    Turned6x2.run(fours, packedA, 0, packedB, 0, c, 0, width, zeros, 0);
                    Turned6x2.run(fours, packedA, 0, packedB, 0, c, 0, width, c, 0);
                },
                plain,
                end);
    }

    /// The tile of a recurrent kernel's gradient, and what packs it.
    private static void sums(long end) {
        int rows = Tiles.ROWS;
        int width = Tiles.COLUMNS;
        int[] taps = IntStream.range(0, TURNS).map(p -> p * rows).toArray();
        float[] a = new float[rows * TURNS];
        float[] g = new float[TURNS * width];
        float[] c = new float[rows * width];
        int fours = TURNS / VectorPack.TOGETHER;
        float[] packed = new float[rows * TURNS];
        float[] panel = new float[TURNS * width];
        race(
                () -> {
                    PackedSums.pack(a, 0, taps, TURNS, rows, 0, packed);
                    PackedSums.packPanels(new Matrix(g, 0, width, 1), TURNS, width, panel, TURNS);
                    Turned6x2.run(fours, packed, 0, panel, 0, c, 0, width, c, 0);
                },
                () ->
                        PlainProduct.multiply(
                                rows, width, TURNS, a, 0, 1, rows, g, 0, width, 1, c, 0, width,
                                true),
                end);
    }

    /// The four loops of [Winograd], for tiles of all kinds.
    private static void winograd(long end) {
        int channels = 2 * Math.max(VectorPack.TOGETHER, Vectors.LANES);
        int width = Winograd.WIDE;
        float[] k = new float[9 * channels * width];
        float[] x = new float[16 * channels];
        float[] u = new float[16 * channels * width];
        float[] v = new float[16 * Tiles.ROWS * channels];
        float[] m = new float[16 * Tiles.ROWS * width];
        float[] out = new float[4 * width];
        float[] check = new float[Vectors.LANES];
        int tap = channels * width;
        int lanes = Vectors.LANES;
        race(
                () -> VectorWinograd.kernel(k, 0, tap, width, channels, u, 0, tap),
                () -> PlainWinograd.kernel(k, 0, tap, width, channels, lanes, u, 0, tap),
                end);
        int apart = Tiles.ROWS * channels;
        race(
                () -> VectorWinograd.input(x, 0, 4 * channels, channels, v, 0, apart),
                () -> PlainWinograd.input(x, 0, 4 * channels, channels, v, 0, apart),
                end);
        race(
                () -> Winograd6x2.run(channels / VectorPack.TOGETHER, v, 0, u, 0, m, 0),
                () ->
                        PlainProduct.multiply(
                                Tiles.ROWS,
                                width,
                                channels,
                                v,
                                0,
                                channels,
                                1,
                                u,
                                0,
                                width,
                                1,
                                m,
                                0,
                                width,
                                false),
                end);
        for (boolean pooled : new boolean[] {false, true, false}) {
            race(
                    () ->
                            VectorWinograd.output(
                                    m, 0, width, x, 0, width, 0f, check, out, 0, width, 2 * width,
                                    pooled),
                    () ->
                            PlainWinograd.output(
                                    m, 0, width, x, 0, width, 0f, check, out, 0, width, 2 * width,
                                    pooled),
                    end);
        }
    }

    /// In all the ways it is used: a branch never seen would be left out, and taken later it throws
    /// the code away.
    private static void tile(Tiles t, int rows, int width, long end) {
        float[] zeros = new float[Tiles.COLUMNS];
        race(
                () -> {
                    VectorTiles.run(t, 0, 0, rows, 0, 0, width, t.c(), 0, 0f);
                    VectorTiles.run(t, 0, 0, rows, 0, 0, width, zeros, 0, Tiles.NO_FLOOR);
                },
                () -> {
                    PlainTiles.run(t, 0, 0, rows, 0, 0, width, t.c(), 0, 0f);
                    PlainTiles.run(t, 0, 0, rows, 0, 0, width, zeros, 0, Tiles.NO_FLOOR);
                },
                end);
    }

    /// Runs both until the vectors beat their plain twin, or time is up.
    private static void race(Runnable vectors, Runnable plain, long end) {
        race(50, () -> {}, vectors, plain, end);
    }

    /// The same with so many calls of each in a turn, and something else before.
    private static void race(
            int calls, Runnable before, Runnable vectors, Runnable plain, long end) {
        boolean won = false;
        while (!won && System.nanoTime() < end) {
            before.run();
            won = shortest(calls, vectors) < shortest(calls, plain);
        }
    }

    /// The shortest time of some calls: on a busy machine any one may be held up.
    private static long shortest(int calls, Runnable work) {
        long shortest = Long.MAX_VALUE;
        for (int i = 0; i < calls; i++) {
            long start = System.nanoTime();
            work.run();
            shortest = Math.min(shortest, System.nanoTime() - start);
        }
        return shortest;
    }

    /// The loops of a step of training that give the same bits as their plain twins, once.
    private static void vectors(float[] x, int n) {
        VectorSlope.run(Unary.RELU, x, 0, x, 0, x, 0, n);
        VectorElementwise.binary(Binary.ADD, x, 0, x, 0, x, 0, n);
        VectorElementwise.binary(Binary.MUL, x, 0, x, 0, x, 0, n);
        VectorElementwise.fma(x, 0, 0, x, 0, n);
        VectorNoise.keep(1, 0.5f, 2, x, 0, n);
        VectorExp.exp(x, 0, 0, x, 0, n - n % Vectors.LANES);
        for (int count : new int[] {2, 4}) {
            var run = new Spans.Run(0, 0, 1, PLACES, count, 0, n, true);
            VectorPooling.max(run, x, x);
            VectorPooling.maxGradient(run, x, x, x, x);
        }
    }

    private static void plain(float[] x, int n) {
        for (int i = 0; i < n; i++) {
            x[i] = Slope.plain(Unary.RELU, x[i], x[i]);
        }
        PlainElementwise.binary(Binary.ADD, x, 0, x, 0, x, 0, n);
        PlainElementwise.binary(Binary.MUL, x, 0, x, 0, x, 0, n);
        PlainElementwise.fma(x, 0, 0, x, 0, n);
        PlainNoise.keep(1, 0.5f, 2, x, 0, n);
        for (int i = 0; i < n - n % Vectors.LANES; i++) {
            x[i] = PlainExp.of(x[i]);
        }
        for (int count : new int[] {2, 4}) {
            var run = new Spans.Run(0, 0, 1, PLACES, count, 0, n, true);
            PlainPooling.max(run, x, x);
            PlainPooling.maxGradient(run, x, x, x, x);
        }
    }

    /// Other loops, once; those that more models have come first.
    private static void others(float[] x, int n) {
        VectorSoftmax.forward(x, 0, n, x, 0);
        VectorSoftmax.gradient(x, 0, x, 0, n, x, 0);
        VectorReduce.sumRows(x, 0, 2, n / 2, x, 0);
        VectorElementwise.binary(Binary.SUB, x, 0, x, 0, x, 0, n);
        VectorElementwise.binary(Binary.GREATER, x, 0, x, 0, x, 0, n);
        VectorElementwise.unary(Unary.EXP, x, 0, x, 0, n);
        VectorElementwise.unary(Unary.SIGMOID, x, 0, x, 0, n);
        VectorElementwise.unary(Unary.TANH, x, 0, x, 0, n);
        x[0] = (float) VectorReduce.sum(x, 0, n);
    }
}
