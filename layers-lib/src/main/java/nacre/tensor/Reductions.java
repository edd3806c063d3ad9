package nacre.tensor;

import java.util.Map;
import nacre.compute.Reduction;
import nacre.tensor.ReductionOps.Reduce;

/// Many numbers to one: over the axes that are named, or over all when none is.
///
/// The methods ending in `Keep` leave the axes in place with size 1, so that the result stretches
/// back.
sealed interface Reductions permits Tensor {

    /// The sum.
    default Tensor sum(int... axes) {
        return Reduce.apply(Reduction.SUM, (Tensor) this, false, axes);
    }

    /// The sum, axes kept.
    default Tensor sumKeep(int... axes) {
        return Reduce.apply(Reduction.SUM, (Tensor) this, true, axes);
    }

    /// The mean.
    default Tensor mean(int... axes) {
        return ReductionOps.mean((Tensor) this, false, axes);
    }

    /// The mean, axes kept.
    default Tensor meanKeep(int... axes) {
        return ReductionOps.mean((Tensor) this, true, axes);
    }

    /// The mean squared distance from the mean.
    default Tensor variance(int... axes) {
        return ((Tensor) this).sub(meanKeep(axes)).square().mean(axes);
    }

    /// The mean squared distance from the mean, axes kept.
    default Tensor varianceKeep(int... axes) {
        return ((Tensor) this).sub(meanKeep(axes)).square().meanKeep(axes);
    }

    /// The largest; equal ones share the gradient.
    default Tensor max(int... axes) {
        return Reduce.apply(Reduction.MAX, (Tensor) this, false, axes);
    }

    /// The largest, axes kept.
    default Tensor maxKeep(int... axes) {
        return Reduce.apply(Reduction.MAX, (Tensor) this, true, axes);
    }

    /// 1 where any of the numbers along an axis is not 0, else 0.
    default Tensor any(int axis) {
        Tensor x = (Tensor) this;
        return Symbolic.any(x)
                ? Symbolic.note(
                        OpName.numpy("Any", Map.of("axis", axis)), in -> in.get(0).any(axis), x)
                : x.notEqual(0).max(axis);
    }

    /// The smallest; equal ones share the gradient.
    default Tensor min(int... axes) {
        return Reduce.apply(Reduction.MIN, (Tensor) this, false, axes);
    }

    /// The smallest, axes kept.
    default Tensor minKeep(int... axes) {
        return Reduce.apply(Reduction.MIN, (Tensor) this, true, axes);
    }

    /// The product.
    default Tensor prod(int... axes) {
        return Reduce.apply(Reduction.PROD, (Tensor) this, false, axes);
    }

    /// The square root of the sum of squares, axes kept.
    default Tensor normKeep(int... axes) {
        return ((Tensor) this).square().sumKeep(axes).sqrt();
    }

    /// The index of the largest along an axis; the first one of equals.
    default Tensor argMax(int axis) {
        return Op.apply(
                new ReductionOps.Arg(true, ((Tensor) this).shape().axis(axis)), (Tensor) this);
    }

    /// The index of the smallest along an axis; the first one of equals.
    default Tensor argMin(int axis) {
        return Op.apply(
                new ReductionOps.Arg(false, ((Tensor) this).shape().axis(axis)), (Tensor) this);
    }

    /// The running sum along an axis.
    default Tensor cumsum(int axis) {
        return Op.apply(
                new ReductionOps.CumulativeSum(((Tensor) this).shape().axis(axis)), (Tensor) this);
    }
}
