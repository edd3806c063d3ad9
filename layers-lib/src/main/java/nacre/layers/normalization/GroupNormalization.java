package nacre.layers.normalization;

import java.util.List;
import java.util.stream.IntStream;
import nacre.layers.config.Axes;
import nacre.layers.config.Config;
import nacre.tensor.Shape;
import nacre.tensor.Tensor;

/// Brings each group of channels of each sample to mean 0 and deviation 1; works with small batches
/// too.
///
/// One group is layer normalisation over all sizes, a group for each channel (`groups(-1)`) is
/// instance normalisation. `(batch, …, channels) → the same`
///
/// ```java
/// new GroupNormalization(2).outputShape(Shape.batch(8, 8, 6))   // (None, 8, 8, 6)
/// ```
///
/// Source: Wu and He, Group normalization (2018); [Keras,
/// GroupNormalization](https://keras.io/api/layers/normalization_layers/group_normalization/).
public final class GroupNormalization extends ScaleAndCentre<GroupNormalization> {
    private int groups = 32;
    private int axis = -1;

    /// 32 groups.
    public GroupNormalization() {}

    /// This many groups; -1: one for each channel.
    public GroupNormalization(int groups) {
        this.groups = groups;
    }

    /// Into how many groups the channels fall; -1: one for each channel; default 32.
    public GroupNormalization groups(int count) {
        return set("groups", () -> groups = count);
    }

    /// Where the channels are; default the last axis.
    public GroupNormalization axis(int channels) {
        return set("axis", () -> axis = channels);
    }

    private int channelAxis(Shape in) {
        return Axes.of(axis).in(in, "axis")[0];
    }

    @Override
    protected void build(Shape in) {
        int channels = in.dim(channelAxis(in));
        if (channels != Shape.NONE && groups != -1 && (groups < 1 || channels % groups != 0)) {
            throw new IllegalArgumentException(
                    "`groups` is "
                            + groups
                            + ", which does not divide the "
                            + channels
                            + " channels of an input of shape "
                            + in
                            + ".");
        }
        buildScale(Shape.of(channels));
    }

    /// Once it is known how many channels there are, the config says so.
    @Override
    public Config getConfig() {
        Config config = super.getConfig();
        if (groups == -1 && built()) {
            Shape in = buildShapes().get(0);
            config.put("groups", in.dim(channelAxis(in)));
        }
        return config;
    }

    @Override
    protected void check(List<Shape> inputs) {
        Shape in = inputs.get(0);
        int channels = in.dim(channelAxis(in));
        if (channels == Shape.NONE) {
            throw new IllegalArgumentException(
                    "GroupNormalization must know how many channels its inputs have; got "
                            + in
                            + ".");
        }
        sameAsBuilt(in, channelAxis(in));
    }

    @Override
    protected Tensor call(Tensor x) {
        if (x.isGhost()) {
            return x;
        }
        int at = channelAxis(x.shape());
        int channels = x.dim(at);
        int count = groups == -1 ? channels : groups;
        if (at == x.rank() - 1) {
            int places = x.shape().slice(1, at).size();
            return normalize(x, x.dim(0), places, channels, channels / count).result();
        }
        Tensor grouped = x.reshape(x.shape().with(at, channels / count).insert(at, count));
        int[] within = IntStream.range(1, grouped.rank()).filter(i -> i != at).toArray();
        Tensor normal =
                grouped.sub(grouped.meanKeep(within))
                        .mul(grouped.varianceKeep(within).add(epsilon()).rsqrt());
        return scaleAndCentre(
                normal.reshape(x.shape()), LayerNormalization.stretching(x.shape(), at));
    }
}
