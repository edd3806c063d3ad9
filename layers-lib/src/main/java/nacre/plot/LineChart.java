package nacre.plot;

import java.awt.Color;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Collectors;
import nacre.tensor.Tensor;
import org.jfree.chart.annotations.XYPolygonAnnotation;
import org.jfree.chart.axis.LogAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.RectangleAnchor;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.xy.DefaultXYDataset;

/// Lines over a common axis: the loss of a training by epoch, or a function.
///
/// ```java
/// Plot.line("loss", 0.9, 0.5, 0.4)   // Line chart over 1 to 3: loss falls from 0.9 to 0.4.
/// ```
public final class LineChart extends Chart<LineChart> {
    private static final int CURVE_POINTS = 241;

    private record Line(String name, double[] xs, double[] ys) {
        boolean isWhole() {
            return Numbers.finite(xs).allMatch(x -> x == Math.rint(x));
        }
    }

    private record Gap(String a, String b) {}

    private record Mark(double x, String label) {}

    private final List<Line> lines = new ArrayList<>();
    private final List<Gap> gaps = new ArrayList<>();
    private final List<Mark> marks = new ArrayList<>();
    private boolean logX;
    private double low = Double.NaN;
    private double high = Double.NaN;

    LineChart() {}

    /// One more line, its points at 1, 2, 3, …
    public LineChart line(String name, double... ys) {
        return line(name, Numbers.counting(ys.length), ys);
    }

    /// One more line, its points at 1, 2, 3, …
    public LineChart line(String name, List<? extends Number> ys) {
        return line(name, Numbers.of(ys));
    }

    /// One more line, the numbers of a tensor, its points at 1, 2, 3, …
    public LineChart line(String name, Tensor ys) {
        return line(name, Tensors.flat(ys));
    }

    /// One more line through the points `(xs[i], ys[i])`.
    public LineChart line(String name, double[] xs, double[] ys) {
        Numbers.sameCount("the x of line \"" + name + "\"", ys.length, xs.length);
        lines.add(new Line(name, xs, ys));
        return this;
    }

    /// One more line: the graph of a function from one x to another.
    public LineChart curve(String name, DoubleUnaryOperator f, double from, double to) {
        double[] xs = Numbers.between(from, to, CURVE_POINTS);
        return line(name, xs, Arrays.stream(xs).map(f).toArray());
    }

    /// Shades what lies between two lines, such as the gap between training and validation.
    public LineChart gap(String one, String other) {
        gaps.add(new Gap(find(one).name, find(other).name));
        return this;
    }

    /// An upright line at `x` with a word beside it, such as the epoch that training stopped at.
    public LineChart mark(double x, String label) {
        marks.add(new Mark(x, label));
        return this;
    }

    /// Gives each factor of ten the same room along the bottom, as learning rates need it.
    public LineChart logX() {
        logX = true;
        return this;
    }

    /// The lowest and the highest value of the side (default: what the lines need).
    public LineChart yRange(double low, double high) {
        this.low = low;
        this.high = high;
        return this;
    }

    private Line find(String name) {
        for (Line line : lines) {
            if (line.name.equals(name)) {
                return line;
            }
        }
        throw new IllegalArgumentException(
                "there is no line \"%s\"; the lines are %s".formatted(name, names()));
    }

    private List<String> names() {
        return lines.stream().map(Line::name).toList();
    }

    @Override
    XYPlot plot() {
        XYPlot plot = plane();
        var data = new DefaultXYDataset();
        var renderer = new XYLineAndShapeRenderer(true, false);
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            data.addSeries(line.name, new double[][] {line.xs, drawable(line.ys)});
            Styling.line(renderer, i, Theme.series(i), 2.2);
            renderer.setSeriesShapesVisible(i, line.xs.length == 1);
        }
        plot.setDataset(data);
        plot.setRenderer(renderer);
        axes(plot);
        gaps.forEach(gap -> shade(plot, find(gap.a), find(gap.b)));
        marks.forEach(mark -> mark(plot, mark));
        return plot;
    }

    private void axes(XYPlot plot) {
        if (logX) {
            var axis = new LogAxis(xLabel().isEmpty() ? null : xLabel());
            axis.setNumberFormatOverride(new ShortNumbers());
            plot.setDomainAxis(axis);
        } else {
            var axis = (NumberAxis) plot.getDomainAxis();
            axis.setLowerMargin(0.01);
            axis.setUpperMargin(0.01);
            if (lines.stream().allMatch(Line::isWhole)) {
                Styling.whole(axis);
            }
        }
        if (!Double.isNaN(low)) {
            plot.getRangeAxis().setRange(low, high);
        }
    }

    /// A training that explodes has infinite values; JFreeChart can only leave a gap for NaN.
    private static double[] drawable(double[] ys) {
        return Arrays.stream(ys).map(y -> Double.isFinite(y) ? y : Double.NaN).toArray();
    }

    private static void shade(XYPlot plot, Line a, Line b) {
        int there = a.xs.length;
        var outline = new double[2 * (there + b.xs.length)]; // along one line, back along the other
        for (int i = 0; i < there; i++) {
            outline[2 * i] = a.xs[i];
            outline[2 * i + 1] = a.ys[i];
        }
        for (int i = 0; i < b.xs.length; i++) {
            outline[outline.length - 2 * i - 2] = b.xs[i];
            outline[outline.length - 2 * i - 1] = b.ys[i];
        }
        Color shade = Theme.seeThrough(Theme.SOFT, 34);
        plot.addAnnotation(new XYPolygonAnnotation(outline, null, null, shade));
    }

    private static void mark(XYPlot plot, Mark mark) {
        var marker = new ValueMarker(mark.x, Theme.SOFT, Theme.line(1.2));
        marker.setLabel(" " + mark.label + " ");
        marker.setLabelFont(Fonts.of(Theme.SMALL));
        marker.setLabelPaint(Theme.SOFT);
        marker.setLabelBackgroundColor(Theme.seeThrough(Theme.PAPER, 200));
        marker.setLabelAnchor(RectangleAnchor.TOP_RIGHT);
        marker.setLabelTextAnchor(TextAnchor.TOP_LEFT);
        plot.addDomainMarker(marker);
    }

    @Override
    boolean hasLegend() {
        return lines.size() > 1 || (lines.size() == 1 && yLabel().isEmpty());
    }

    @Override
    String describe() {
        if (lines.isEmpty()) {
            return "Line chart without lines.";
        }
        double[] xs = lines.stream().flatMapToDouble(l -> Arrays.stream(l.xs)).toArray();
        String axis = xLabel().isEmpty() ? "" : xLabel() + " ";
        String courses =
                lines.stream()
                        .map(line -> line.name + " " + Course.of(line.xs, line.ys, xLabel()))
                        .collect(Collectors.joining("; "));
        return "Line chart over %s%s to %s: %s."
                .formatted(
                        axis,
                        Words.number(Numbers.min(xs)),
                        Words.number(Numbers.max(xs)),
                        courses);
    }

    @Override
    LineChart self() {
        return this;
    }
}
