package nacre.plot;

import java.util.List;
import java.util.Map;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import java.util.function.UnaryOperator;
import nacre.layers.catalogue.Catalogue;
import nacre.layers.catalogue.Layers;
import nacre.tensor.Tensor;
import nacre.training.History;

/// Where every picture begins: type `Plot.` and TAB.
///
/// ```java
/// Plot.line("loss", 0.9, 0.5, 0.4)   // Line chart over 1 to 3: loss falls from 0.9 to 0.4.
/// ```
public final class Plot {
    private Plot() {}

    /// The loss of a training by epoch, and that of the validation if there was one.
    public static LineChart lines(History history) {
        return lines(
                history,
                history.names().stream()
                        .filter(name -> name.equals("loss") || name.equals("val_loss"))
                        .toArray(String[]::new));
    }

    /// What a training recorded under these names: `Plot.lines(history, "accuracy",
    /// "val_accuracy")`.
    public static LineChart lines(History history, String... names) {
        var chart = new LineChart();
        for (String name : names) {
            chart.line(name, history.get(name));
        }
        return chart.xLabel("epoch");
    }

    /// The lines of a training: one for each name, one point for each epoch.
    public static LineChart lines(Map<String, ? extends List<? extends Number>> byName) {
        var chart = new LineChart();
        byName.forEach(chart::line);
        return chart.xLabel("epoch");
    }

    /// Shows the curves of a training while it runs: `.callbacks(Plot.live("loss", "val_loss"))`.
    ///
    /// Without names it shows the loss, and that of the validation if there is one.
    public static LiveChart live(String... names) {
        return new LiveChart(List.of(names));
    }

    /// A line with its points at 1, 2, 3, …; `.line(…)` adds more.
    public static LineChart line(String name, double... ys) {
        return new LineChart().line(name, ys);
    }

    /// A line with its points at 1, 2, 3, …
    public static LineChart line(String name, List<? extends Number> ys) {
        return new LineChart().line(name, ys);
    }

    /// A line of the numbers of a tensor, its points at 1, 2, 3, …
    public static LineChart line(String name, Tensor ys) {
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
        return new ScatterChart(points, classes).behind(Decision.Classifier.of(probability));
    }

    /// Points of the plane, coloured by class: `x (n, 2)`, `y` the classes.
    public static ScatterChart scatter(Tensor x, Tensor y) {
        return new ScatterChart(Tensors.table(x), Tensors.classes(y));
    }

    /// Points, and behind them what a model says of every place: `Plot.boundary(model::predict, x,
    /// y)`.
    ///
    /// The model gives one column, the probability of class 1, or one column for each class.
    public static ScatterChart boundary(UnaryOperator<Tensor> model, Tensor x, Tensor y) {
        return scatter(x, y).behind(rows -> Tensors.table(model.apply(Tensor.of(rows))));
    }

    /// A table of numbers as coloured cells.
    public static Heatmap heatmap(double[][] rows) {
        return new Heatmap(rows);
    }

    /// A tensor as coloured cells: its last axis runs to the right, all others down.
    public static Heatmap heatmap(Tensor values) {
        return new Heatmap(Tensors.table(values));
    }

    /// How often which numbers occur; `.sample(…)` adds more.
    public static Histogram histogram(String name, double... values) {
        return new Histogram().sample(name, values);
    }

    /// How often which numbers occur in a tensor; `.sample(…)` adds more.
    public static Histogram histogram(String name, Tensor values) {
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

    /// The images of a tensor: `(n, height, width)` or, each channel by itself, `(n, height, width,
    /// channels)`.
    public static ImageGrid images(Tensor images) {
        return new ImageGrid(Tensors.images(images));
    }

    /// Which values Dropout let through; those that are 0 are crossed out.
    public static MaskPicture mask(double[][] rows) {
        return new MaskPicture(rows);
    }

    /// Which values Dropout let through; those that are 0 are crossed out.
    public static MaskPicture mask(Tensor values) {
        return new MaskPicture(Tensors.table(values));
    }

    /// The neurons of a network, layer by layer, and every connection.
    public static NetworkPicture network(int... sizes) {
        return new NetworkPicture(sizes);
    }

    /// An empty diagram; `.box(…)` and `.arrow(…)` fill it.
    public static Diagram diagram() {
        return new Diagram();
    }

    /// The groups of layers with all their layers, as the library has them.
    public static LayerGroups layers() {
        return layers(Layers.catalogue());
    }

    /// Groups of layers, such as `Plot.layers(Layers.catalogue().group("pooling"))`.
    public static LayerGroups layers(Catalogue catalogue) {
        return new LayerGroups(catalogue);
    }

    /// Several pictures side by side.
    public static Row row(Picture<?>... pictures) {
        return new Row(List.of(pictures));
    }
}
