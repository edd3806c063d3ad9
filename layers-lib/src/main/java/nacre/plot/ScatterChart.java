package nacre.plot;

import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.data.xy.DefaultXYDataset;
import org.jspecify.annotations.Nullable;

/// Points of a plane, coloured by class; behind them, if asked for, what a model says everywhere.
///
/// ```java
/// var moons = Data.moons(300, 0.15, 7);
/// Plot.scatter(moons.x(), moons.y()).names("upper", "lower")
/// ```
public final class ScatterChart extends Chart<ScatterChart> {
    private final double[][] points;
    private final int[] classes;
    private List<String> names = List.of();
    private @Nullable Decision decision;

    ScatterChart(double[][] points, int[] classes) {
        this.points = Numbers.points(points);
        this.classes = classes;
        Numbers.sameCount("the classes of the points", points.length, classes.length);
        if (Arrays.stream(classes).anyMatch(c -> c < 0)) {
            throw new IllegalArgumentException(
                    "classes are 0, 1, 2, …; got " + Arrays.stream(classes).min().getAsInt());
        }
    }

    /// What the classes are called, from class 0 on.
    public ScatterChart names(String... names) {
        this.names = List.of(names);
        return this;
    }

    /// Colours the plane by what a classifier says of each place.
    ScatterChart behind(Decision.Classifier classifier) {
        decision = new Decision(classifier, points, area());
        return this;
    }

    private int classCount() {
        return Arrays.stream(classes).max().orElse(-1) + 1;
    }

    private String name(int number) {
        return number < names.size() ? names.get(number) : "class " + number;
    }

    private double[][] pointsOf(int number) {
        int[] those = IntStream.range(0, points.length).filter(i -> classes[i] == number).toArray();
        return new double[][] {
            Arrays.stream(those).mapToDouble(i -> points[i][0]).toArray(),
            Arrays.stream(those).mapToDouble(i -> points[i][1]).toArray()
        };
    }

    @Override
    XYPlot plot() {
        XYPlot plot = plane();
        var data = new DefaultXYDataset();
        var renderer = new XYLineAndShapeRenderer(false, true);
        renderer.setUseOutlinePaint(true);
        for (int number = 0; number < classCount(); number++) {
            data.addSeries(name(number), pointsOf(number));
            renderer.setSeriesPaint(number, Theme.series(number));
            renderer.setSeriesFillPaint(number, Theme.series(number));
            renderer.setSeriesOutlinePaint(number, Theme.PAPER);
            renderer.setSeriesOutlineStroke(number, Theme.line(0.8));
            renderer.setSeriesShape(number, shape(number, points.length > 600 ? 2.6 : 3.6));
        }
        renderer.setUseFillPaint(true);
        renderer.setLegendLine(new Rectangle2D.Double());
        plot.setDataset(data);
        plot.setRenderer(renderer);
        Rectangle2D area = area();
        plot.getDomainAxis().setRange(area.getMinX(), area.getMaxX());
        plot.getRangeAxis().setRange(area.getMinY(), area.getMaxY());
        if (decision != null) {
            plot.setBackgroundImage(decision.paint());
            plot.setBackgroundImageAlpha(1);
            plot.setRangeGridlinesVisible(false);
        }
        return plot;
    }

    /// The part of the plane that is shown: all points and some room around them.
    private Rectangle2D area() {
        double[] xs = Arrays.stream(points).mapToDouble(p -> p[0]).toArray();
        double[] ys = Arrays.stream(points).mapToDouble(p -> p[1]).toArray();
        double width = Numbers.max(xs) - Numbers.min(xs);
        double height = Numbers.max(ys) - Numbers.min(ys);
        double besideX = width > 0 ? 0.08 * width : 1;
        double besideY = height > 0 ? 0.08 * height : 1;
        return new Rectangle2D.Double(
                Numbers.min(xs) - besideX,
                Numbers.min(ys) - besideY,
                width + 2 * besideX,
                height + 2 * besideY);
    }

    /// A form for each class, for those who cannot tell its colour.
    private static Shape shape(int number, double r) {
        return switch (number % 4) {
            case 0 -> new Ellipse2D.Double(-r, -r, 2 * r, 2 * r);
            case 1 -> polygon(-1.15 * r, r, 0, -1.25 * r, 1.15 * r, r);
            case 2 -> new Rectangle2D.Double(-0.9 * r, -0.9 * r, 1.8 * r, 1.8 * r);
            default -> polygon(-1.25 * r, 0, 0, -1.25 * r, 1.25 * r, 0, 0, 1.25 * r);
        };
    }

    private static Shape polygon(double... xy) {
        var path = new Path2D.Double();
        path.moveTo(xy[0], xy[1]);
        for (int i = 2; i < xy.length; i += 2) {
            path.lineTo(xy[i], xy[i + 1]);
        }
        path.closePath();
        return path;
    }

    @Override
    boolean hasLegend() {
        return classCount() > 1;
    }

    @Override
    String describe() {
        List<String> sizes =
                IntStream.range(0, classCount())
                        .mapToObj(c -> pointsOf(c)[0].length + " of " + name(c))
                        .toList();
        String text =
                "Scatter chart of %s: %s."
                        .formatted(Words.count(points.length, "point"), Words.list(sizes));
        return decision == null ? text : text + " " + decision.describe(classes);
    }

    @Override
    double bodyWidth() {
        return 500;
    }

    @Override
    double bodyHeight() {
        return 380;
    }

    @Override
    ScatterChart self() {
        return this;
    }
}
