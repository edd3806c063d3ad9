package nacre.training.metrics;

/// Metrics of values, not of predictions.
final class Values {
    private Values() {}

    static UnsupportedOperationException notOfAModel(String metric) {
        return new UnsupportedOperationException(
                metric
                        + " is a metric of values that you give it, by update(values); for a model use one of targets and"
                        + " predictions, such as \"mae\" or \"accuracy\".");
    }
}
