package nacre.data;

/// Data sets made from a seed: the same seed gives the same samples on every machine.
///
/// A larger `n` only adds samples: the first hundred of a thousand are those of a hundred. Classes
/// are numbered from 0; `noise` is a standard deviation.
///
/// ```java
/// Data.digits(100, 7)   // 100 samples: x (100, 28, 28, 1), y (100,)
/// ```
public final class Data {
    private Data() {}

    /// Two half circles that reach into each other: `x (n, 2)`, two classes.
    public static DataSet moons(int n, double noise, long seed) {
        return Planes.moons(n, noise, seed);
    }

    /// Arms that wind around each other one and a quarter times: `x (n, 2)`, one class for each
    /// arm.
    public static DataSet spirals(int n, int arms, double noise, long seed) {
        return Planes.spirals(n, arms, noise, seed);
    }

    /// A ring inside a ring: `x (n, 2)`, the outer one is class 0.
    public static DataSet circles(int n, double noise, long seed) {
        return Planes.circles(n, noise, seed);
    }

    /// A square of four quarters, opposite ones of one class: `x (n, 2)`. No straight line parts
    /// it.
    public static DataSet xor(int n, double noise, long seed) {
        return Planes.xor(n, noise, seed);
    }

    /// Heaps around the corners of a regular polygon: `x (n, 2)`, one class for each heap.
    public static DataSet blobs(int n, int classes, double noise, long seed) {
        return Planes.blobs(n, classes, noise, seed);
    }

    /// One wave of the sine from -π to π, to be predicted: `x (n, 1)`, `y (n, 1)`.
    public static DataSet sine(int n, double noise, long seed) {
        return Sequences.sine(n, noise, seed);
    }

    /// Pieces of a sum of two waves, and the value that comes next: `x (n, steps, 1)`, `y (n, 1)`.
    public static DataSet waves(int n, int steps, double noise, long seed) {
        return Sequences.waves(n, steps, noise, seed);
    }

    /// Rows of zeros and ones; class 1 if the ones are odd in number: `x (n, steps, 1)`.
    public static DataSet parity(int n, int steps, long seed) {
        return Sequences.parity(n, steps, seed);
    }

    /// Digits drawn with a pen by a shaky hand, 0 paper and 1 ink: `x (n, 28, 28, 1)`, ten classes.
    public static DataSet digits(int n, long seed) {
        return Digits.drawn(n, seed);
    }
}
