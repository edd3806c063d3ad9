package nacre.plot;

import java.util.List;
import java.util.Map;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;

/// Where every picture begins: type `Plot.` and TAB.
///
/// ```java
/// Plot.line("loss", 0.9, 0.5, 0.4)   // Line chart over 1 to 3: loss falls from 0.9 to 0.4.
/// ```
public final class Plot {
    private Plot() {}

    /// The lines of a training: one for each name, one point for each epoch.
    public static LineChart lines(Map<String, ? extends List<? extends Number>> byName) {
        var chart = new LineChart();
        byName.forEach(chart::line);
        return chart.xLabel("epoch");
    }

    /// A line with its points at 1, 2, 3, …; `.line(…)` adds more.
    public static LineChart line(String name, double... ys) {
        return new LineChart().line(name, ys);
    }

    /// A line through the points `(xs[i], ys[i])`.
    public static LineChart line(String name, double[] xs, double[] ys) {
        return new LineChart().line(name, xs, ys);
    }

    /// The graph of a function; `.curve(…)` adds more.
    public static LineChart curve(String name, DoubleUnaryOperator f, double from, double to) {
        return new LineChart().curve(name, f, from, to);
    }

    /// Points of the plane, coloured by class.
    public static ScatterChart scatter(double[][] points, int[] classes) {
        return new ScatterChart(points, classes);
    }

    /// Points, and behind them the probability of class 1 at every place.
    public static ScatterChart boundary(
            DoubleBinaryOperator probability, double[][] points, int[] classes) {
        return new ScatterChart(points, classes).behind(Decision.of(probability));
    }

    /// A table of numbers as coloured cells.
    public static Heatmap heatmap(double[][] rows) {
        return new Heatmap(rows);
    }

    /// How often which numbers occur; `.sample(…)` adds more.
    public static Histogram histogram(String name, double... values) {
        return new Histogram().sample(name, values);
    }

    /// An empty bar chart; `.bar(…)` adds the bars.
    public static BarChart bars() {
        return new BarChart();
    }

    /// One bar for each name.
    public static BarChart bars(Map<String, ? extends Number> byName) {
        var chart = new BarChart();
        byName.forEach((name, value) -> chart.bar(name, value.doubleValue()));
        return chart;
    }

    /// Small images side by side, each a table of numbers.
    public static ImageGrid images(double[][]... images) {
        return new ImageGrid(images);
    }

    /// Which values Dropout let through; those that are 0 are crossed out.
    public static MaskPicture mask(double[][] rows) {
        return new MaskPicture(rows);
    }

    /// The neurons of a network, layer by layer, and every connection.
    public static NetworkPicture network(int... sizes) {
        return new NetworkPicture(sizes);
    }

    /// An empty diagram; `.box(…)` and `.arrow(…)` fill it.
    public static Diagram diagram() {
        return new Diagram();
    }

    /// Several pictures side by side.
    public static Row row(Picture<?>... pictures) {
        return new Row(List.of(pictures));
    }
}
