package nacre.compute;

import java.util.function.BooleanSupplier;

/// Gets the vector loops compiled, on tiny problems in the background, before they are needed.
///
/// Until the optimizing compiler has a vector loop, each of its vectors is an object, and it is a
/// hundred times slower than plain code. So [Tiles] take their plain twin until the vector tiles
/// are faster; both give the same bits, so nobody sees a difference but in time. Other loops are
/// short enough to be begun slowly; they are only called often here.
public final class Warmup {
    /// Calls after which the compiler has seen enough of a loop, each with so many turns.
    private static final int CALLS = 1_000;

    private static final int TURNS = 24;

    /// After so long the vector tiles are taken in any case.
    private static final long LONGEST = 20_000_000_000L;

    private static volatile boolean tilesReady = !Vectors.ON;
    private static volatile boolean done = !Vectors.ON;

    static {
        if (Vectors.ON) {
            Thread thread = new Thread(Warmup::run, "nacre-warmup");
            thread.setDaemon(true);
            thread.setPriority(Thread.MIN_PRIORITY);
            thread.start();
        }
    }

    private Warmup() {}

    /// Begins, if nobody has yet. Costs nothing; the sooner in the life of a process, the better.
    public static void start() {}

    /// Whether the vector tiles are compiled.
    static boolean tilesReady() {
        return tilesReady;
    }

    /// Waits until all is compiled.
    static void await() throws InterruptedException {
        while (!done) {
            Thread.sleep(1);
        }
    }

    private static void run() {
        long end = System.nanoTime() + LONGEST;
        BooleanSupplier timely = () -> System.nanoTime() < end;
        tiles(timely);
        tilesReady = true;
        for (int i = 0; i < CALLS; i++) {
            loops();
        }
        done = true;
    }

    /// Each width of a tile in turn, until it beats its plain twin by far.
    private static void tiles(BooleanSupplier timely) {
        int depth = TURNS;
        int widest = Tiles.COLUMNS;
        int[] rows = new int[Tiles.ROWS];
        int[] taps = new int[depth];
        float[] a = new float[depth];
        float[] b = new float[depth * widest];
        float[] c = new float[widest];
        Tiles t = new Tiles(a, rows, taps, depth, b, widest, c, rows, false);
        int[] widths = {widest, 2 * Vectors.LANES, Vectors.LANES, Vectors.LANES - 1};
        for (int width : widths) {
            tile(t, Tiles.ROWS, width, timely);
        }
        tile(t, 4, widest, timely);
        tile(t, 1, widest, timely);
    }

    /// In all the ways it is used: a branch never seen would be left out, and taken later it throws
    /// the code away.
    private static void tile(Tiles t, int rows, int width, BooleanSupplier timely) {
        float[] zeros = new float[Tiles.COLUMNS];
        boolean quick = false;
        while (!quick && timely.getAsBoolean()) {
            long start = System.nanoTime();
            for (int i = 0; i < 50; i++) {
                VectorTiles.run(t, 0, 0, rows, 0, 0, width, t.c(), 0, 0f);
                VectorTiles.run(t, 0, 0, rows, 0, 0, width, zeros, 0, Tiles.NO_FLOOR);
            }
            long middle = System.nanoTime();
            for (int i = 0; i < 50; i++) {
                PlainTiles.run(t, 0, 0, rows, 0, 0, width, t.c(), 0, 0f);
                PlainTiles.run(t, 0, 0, rows, 0, 0, width, zeros, 0, Tiles.NO_FLOOR);
            }
            quick = 2 * (middle - start) < System.nanoTime() - middle;
        }
    }

    /// The loops of a step of training, once.
    private static void loops() {
        int n = TURNS * Vectors.LANES + 3; // with an end that fills no vector
        float[] x = Scratch.floats(Scratch.Use.PARTS, n);
        VectorElementwise.unary(Unary.RELU, x, 0, x, 0, n);
        VectorElementwise.unary(Unary.EXP, x, 0, x, 0, n);
        VectorElementwise.unary(Unary.SIGMOID, x, 0, x, 0, n);
        VectorElementwise.unary(Unary.TANH, x, 0, x, 0, n);
        VectorSlope.run(Unary.RELU, x, 0, x, 0, x, 0, n);
        VectorElementwise.binary(Binary.ADD, x, 0, x, 0, x, 0, n);
        VectorElementwise.binary(Binary.MUL, x, 0, x, 0, x, 0, n);
        VectorElementwise.binary(Binary.SUB, x, 0, x, 0, x, 0, n);
        VectorElementwise.binary(Binary.GREATER, x, 0, x, 0, x, 0, n);
        VectorSoftmax.forward(x, 0, n, x, 0);
        VectorSoftmax.gradient(x, x, 0, n, x);
        VectorReduce.sumRows(x, 0, TURNS, Vectors.LANES, x, 0);
        VectorOptimize.adam(x, x, x, x, 0, n, 0, 0, 0, 1);
        x[0] = (float) VectorReduce.sum(x, 0, n);
    }
}
