package nacre.tensor;

import java.util.Objects;
import java.util.stream.Stream;
import nacre.compute.Normalize;
import org.jspecify.annotations.Nullable;

/// What normalising gives: the numbers themselves, and what they had before, as plain numbers: a
/// mean and a variance for each group of each block.
public record Normalized(Tensor result, Tensor mean, Tensor variance) {

    /// Brings `x`, seen as `sizes` says, to mean 0 and deviation 1, times gamma, plus beta; either
    /// may be missing.
    ///
    /// The plain twin is `x.sub(mean).mul(variance.add(epsilon).rsqrt()).mul(gamma).add(beta)`.
    public static Normalized of(
            Normalize sizes, Tensor x, @Nullable Tensor gamma, @Nullable Tensor beta) {
        Shape each = Shape.of(sizes.statistics());
        Tensor mean = Tensor.wrap(Tape.array(each.size()), each);
        Tensor variance = Tensor.wrap(Tape.array(each.size()), each);
        return new Normalized(by(mean, variance, sizes, x, gamma, beta), mean, variance);
    }

    /// The same with a mean and a variance that are given.
    public static Tensor by(
            Tensor mean,
            Tensor variance,
            Normalize sizes,
            Tensor x,
            @Nullable Tensor gamma,
            @Nullable Tensor beta) {
        var op = new NormalizeOp(sizes, gamma != null, beta != null, mean.data(), variance.data());
        return Op.apply(
                op, Stream.of(x, gamma, beta).filter(Objects::nonNull).toArray(Tensor[]::new));
    }
}
