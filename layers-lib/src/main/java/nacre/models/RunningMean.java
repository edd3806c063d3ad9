package nacre.models;

/// A mean that batches are added to, each counting as much as it has samples.
final class RunningMean {
    private double sum;
    private double count;

    void add(double value, double weight) {
        sum += value * weight;
        count += weight;
    }

    double value() {
        return count == 0 ? 0 : sum / count;
    }

    void reset() {
        sum = 0;
        count = 0;
    }
}
