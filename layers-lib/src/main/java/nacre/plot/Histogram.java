package nacre.plot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import nacre.tensor.Tensor;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.StandardXYBarPainter;
import org.jfree.chart.renderer.xy.XYBarRenderer;
import org.jfree.data.statistics.HistogramDataset;

/// How often which numbers occur, for example among the weights of a layer.
///
/// ```java
/// Plot.histogram("before", -1, 0, 0, 1).sample("after", -2, 0, 1, 2).bins(4)
/// ```
public final class Histogram extends Chart<Histogram> {
    private record Sample(String name, double[] values) {
        String describe() {
            if (values.length == 0) {
                return name + " has no values";
            }
            double mean = Numbers.finite(values).average().orElse(0);
            double variance =
                    Numbers.finite(values).map(v -> (v - mean) * (v - mean)).average().orElse(0);
            return "%s has %s from %s to %s, mean %s, standard deviation %s"
                    .formatted(
                            name,
                            Words.count(values.length, "value"),
                            Words.number(Numbers.min(values)),
                            Words.number(Numbers.max(values)),
                            Words.number(mean),
                            Words.number(Math.sqrt(variance)));
        }
    }

    private final List<Sample> samples = new ArrayList<>();
    private int bins = 40;

    Histogram() {}

    /// One more set of numbers over the same axis.
    public Histogram sample(String name, double... values) {
        samples.add(new Sample(name, Numbers.finite(values).toArray()));
        return this;
    }

    /// One more set of numbers, those of a tensor.
    public Histogram sample(String name, Tensor values) {
        return sample(name, Tensors.flat(values));
    }

    /// Number of bars (default 40).
    public Histogram bins(int bins) {
        if (bins < 1) {
            throw new IllegalArgumentException("bins must be at least 1; got " + bins);
        }
        this.bins = bins;
        return this;
    }

    @Override
    XYPlot plot() {
        XYPlot plot = plane();
        double[] all = samples.stream().flatMapToDouble(s -> Arrays.stream(s.values)).toArray();
        double low = Numbers.min(all);
        double high = Numbers.max(all) > low ? Numbers.max(all) : low + 1;
        var data = new HistogramDataset();
        var bars = new XYBarRenderer(0.04);
        bars.setBarPainter(new StandardXYBarPainter());
        bars.setShadowVisible(false);
        for (int i = 0; i < samples.size(); i++) {
            Sample sample = samples.get(i);
            if (sample.values.length > 0) {
                data.addSeries(sample.name, sample.values, bins, low, high);
            }
            bars.setSeriesPaint(
                    i, Theme.seeThrough(Theme.series(i), samples.size() > 1 ? 150 : 230));
        }
        plot.setDataset(data);
        plot.setRenderer(bars);
        plot.getDomainAxis().setRange(low, high);
        return plot;
    }

    @Override
    boolean hasLegend() {
        return samples.size() > 1;
    }

    @Override
    String describe() {
        return samples.stream()
                .map(Sample::describe)
                .collect(Collectors.joining("; ", "Histogram: ", "."));
    }

    @Override
    Histogram self() {
        return this;
    }
}
