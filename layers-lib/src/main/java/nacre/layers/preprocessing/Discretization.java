package nacre.layers.preprocessing;

import static nacre.layers.preprocessing.OutputMode.COUNT;
import static nacre.layers.preprocessing.OutputMode.INT;
import static nacre.layers.preprocessing.OutputMode.MULTI_HOT;
import static nacre.layers.preprocessing.OutputMode.ONE_HOT;

import java.util.Map;
import nacre.layers.FluentLayer;
import nacre.layers.config.Config;
import nacre.layers.config.Configs;
import nacre.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/// Turns numbers into classes of size: the class is the number of boundaries that are not above the
/// number.
///
/// `(…) → (…)`, or as `outputMode` says.
///
/// ```java
/// new Discretization(0.0, 1.0).apply(Tensor.of(new float[] {-5, 0.5f, 7}))   // [0, 1, 2]
/// ```
///
/// Source: [Keras,
/// Discretization](https://keras.io/api/layers/preprocessing_layers/numerical/discretization/).
public final class Discretization extends FluentLayer<Discretization> {
    private double @Nullable [] binBoundaries;
    private final @Nullable Integer numBins;
    private double epsilon = 0.01;
    private OutputMode outputMode = INT;
    private boolean sparse;

    /// Classes between these boundaries, in rising order.
    public Discretization(double... binBoundaries) {
        this(binBoundaries, null);
    }

    /// So many classes, whose boundaries [#adapt] finds so that all are about equally full.
    public Discretization(Integer numBins) {
        this(null, numBins);
    }

    private Discretization(double @Nullable [] binBoundaries, @Nullable Integer numBins) {
        if (binBoundaries == null && numBins == null) {
            throw new IllegalArgumentException(
                    "Discretization needs either `numBins` or `binBoundaries`.");
        }
        if (numBins != null && numBins < 0) {
            throw new IllegalArgumentException("`numBins` must be 0 or more; got " + numBins + ".");
        }
        this.binBoundaries = binBoundaries;
        this.numBins = numBins;
    }

    /// Keras writes both into a file once boundaries are learned, always with a name; asked for by
    /// hand, one of them contradicts the other.
    public static Discretization fromConfig(Map<String, ? extends @Nullable Object> config) {
        boolean both = config.get("num_bins") != null && config.get("bin_boundaries") != null;
        if (both && !config.containsKey("name")) {
            throw new IllegalArgumentException(
                    "Give either `numBins` or `binBoundaries`, not both; got numBins "
                            + config.get("num_bins")
                            + " and binBoundaries "
                            + config.get("bin_boundaries")
                            + ".");
        }
        return Configs.fill(Discretization.class, config);
    }

    /// How far the share of numbers in a class may be off when boundaries are learned; default
    /// 0.01.
    public Discretization epsilon(double share) {
        return set("epsilon", () -> epsilon = share);
    }

    @Override
    public void checkOptions() {
        Lookup.checkEncoding(outputMode, sparse, false);
    }

    /// What comes out: `int` (default), `one_hot`, `multi_hot` or `count`.
    public Discretization outputMode(String name) {
        return set(
                "outputMode",
                () -> outputMode = OutputMode.of(name, INT, ONE_HOT, MULTI_HOT, COUNT));
    }

    /// Finds the boundaries from data.
    public void adapt(Tensor data) {
        if (numBins == null) {
            throw new IllegalStateException(
                    "This Discretization has its boundaries already; make it with new Discretization(numBins) to learn"
                            + " them.");
        }
        binBoundaries = Quantiles.of(data, epsilon).boundaries(numBins);
    }

    @Override
    protected Tensor call(Tensor x) {
        if (binBoundaries == null) {
            throw new IllegalStateException(
                    "Discretization must learn its boundaries first: adapt(data).");
        }
        Tensor bins = Tensor.of(binBoundaries, binBoundaries.length);
        Tensor classes =
                binBoundaries.length == 0 && !x.isGhost()
                        ? Tensor.zeros(x.shape())
                        : x.isGhost() ? x : x.expandDims(-1).greaterEqual(bins).sum(-1);
        return outputMode.encode(classes, binBoundaries.length + 1, null);
    }

    /// The boundaries, if they are given or learned.
    public double[] binBoundaries() {
        return binBoundaries == null ? new double[0] : binBoundaries.clone();
    }

    @Override
    public Config getConfig() {
        Config config = super.getConfig();
        config.remove("trainable"); // Keras leaves it out, and writes the number type as a word
        config.put("dtype", dtypeWord());
        return config;
    }
}
