package nacre.layers.normalization;

import java.util.Map;
import java.util.Set;
import nacre.tensor.Tensor;
import nacre.tensor.Weight;

/// Batch renormalisation: corrects what was normalised by the batch so that it comes out as by the
/// averages.
///
/// `x · r + d`, `r = batch's deviation / average`, `d = (batch's mean - average) / average
/// deviation`; no gradient flows through `r` and `d`.
///
/// @param limits of the correction: `rmin`, `rmax`, `dmax`
/// @param momentum how much of the averages stays
/// @param movingDeviation the average for inference
/// @param mean the average for training
/// @param deviation the average for training
record Renorm(
        Map<String, Double> limits,
        double momentum,
        Weight movingDeviation,
        Weight mean,
        Weight deviation) {

    static Map<String, Double> checked(Map<String, Double> limits) {
        if (!Set.of("rmin", "rmax", "dmax").containsAll(limits.keySet())) {
            throw new IllegalArgumentException(
                    "`renormClipping` takes rmin, rmax and dmax; got " + limits.keySet() + ".");
        }
        boolean crossed =
                limits.getOrDefault("rmin", 0.0) > limits.getOrDefault("rmax", Double.MAX_VALUE);
        if (crossed || limits.getOrDefault("dmax", 0.0) < 0) {
            throw new IllegalArgumentException(
                    "`renormClipping` needs rmin ≤ rmax and dmax ≥ 0; got " + limits + ".");
        }
        return Map.copyOf(limits);
    }

    Tensor correct(Tensor normal, Tensor batchMean, Tensor batchVariance, float epsilon) {
        Tensor average =
                deviation.tensor().maximum((float) Math.sqrt(epsilon)).reshape(batchMean.shape());
        Tensor r = batchVariance.detach().add(epsilon).sqrt().div(average);
        Tensor d = batchMean.detach().sub(mean.tensor().reshape(batchMean.shape())).div(average);
        if (limits.containsKey("rmin")) {
            r = r.maximum(limits.get("rmin").floatValue());
        }
        if (limits.containsKey("rmax")) {
            r = r.minimum(limits.get("rmax").floatValue());
        }
        if (limits.containsKey("dmax")) {
            float most = limits.get("dmax").floatValue();
            d = d.clip(-most, most);
        }
        return normal.mul(r).add(d);
    }

    void move(
            Weight movingMean,
            Weight movingVariance,
            Tensor batchMean,
            Tensor batchVariance,
            double keep,
            float epsilon) {
        Tensor batchDeviation = batchVariance.detach().add(epsilon).sqrt();
        BatchNormalization.move(mean, batchMean, momentum);
        BatchNormalization.move(deviation, batchDeviation, momentum);
        BatchNormalization.move(movingMean, batchMean, keep);
        BatchNormalization.move(movingDeviation, batchDeviation, keep);
        movingVariance.assign(movingDeviation.tensor().detach().square().sub(epsilon).relu());
    }
}
