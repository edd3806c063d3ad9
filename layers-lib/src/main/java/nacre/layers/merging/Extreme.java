package nacre.layers.merging;

import java.util.List;
import nacre.layers.Pass;
import nacre.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/// What Maximum and Minimum share: what a mask leaves out is no candidate, unless nothing else is
/// left.
abstract class Extreme<S extends Extreme<S>> extends Merge<S> {
    @Override
    protected final Tensor call(List<Tensor> inputs, Pass pass) {
        List<Tensor> all = sameRank(inputs);
        Tensor best = all.get(0);
        Tensor counts = steps(best, pass.mask(0));
        for (int i = 1; i < all.size(); i++) {
            Tensor next = all.get(i);
            Tensor mask = steps(next, pass.mask(i));
            Tensor candidate = mask == null ? next : next.where(mask, best);
            best = join(counts == null ? best : best.where(counts, candidate), candidate);
            counts = either(counts, mask);
        }
        return best;
    }

    private static @Nullable Tensor either(@Nullable Tensor a, @Nullable Tensor b) {
        return a == null || b == null ? null : a.maximum(b);
    }
}
