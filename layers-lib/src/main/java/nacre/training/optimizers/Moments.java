package nacre.training.optimizers;

import java.util.List;
import nacre.layers.Arguments;
import nacre.training.Optimizer;

/// What [Adam] and its near relatives can be told: how slowly the running means of the gradient and
/// of its square move, which they remember for each weight.
///
/// @param <S> the optimizer's own class, which every option gives back
public abstract class Moments<S extends Moments<S>> extends Optimizer<S> {
    static final List<String> MOMENTS = List.of("momentum", "velocity");

    double beta1 = 0.9;
    double beta2 = 0.999;
    double epsilon = 1e-7;

    Moments(double learningRate) {
        super(learningRate);
    }

    /// How slowly the mean of the gradient moves; default 0.9.
    public S beta1(double share) {
        beta1 = Arguments.share("beta1", share);
        return self();
    }

    /// How slowly the mean of its square moves; default 0.999.
    public S beta2(double share) {
        beta2 = Arguments.share("beta2", share);
        return self();
    }

    /// Keeps the divisor away from 0; default 1e-7.
    public S epsilon(double value) {
        epsilon = value;
        return self();
    }

    @Override
    protected List<List<String>> slots() {
        return List.of(MOMENTS);
    }
}
