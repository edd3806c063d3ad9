package nacre.plot;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import org.jfree.chart.ChartRenderingInfo;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.plot.Plot;
import org.jfree.chart.plot.XYPlot;

/// A picture with axes; JFreeChart draws it.
///
/// @param <P> the kind of chart itself, so that options can be chained
public abstract class Chart<P extends Chart<P>> extends Picture<P> {
    private String xLabel = "";
    private String yLabel = "";

    Chart() {}

    /// What runs along the bottom.
    public P xLabel(String label) {
        xLabel = label;
        return self();
    }

    /// What runs up the side.
    public P yLabel(String label) {
        yLabel = label;
        return self();
    }

    String xLabel() {
        return xLabel;
    }

    String yLabel() {
        return yLabel;
    }

    /// The chart in JFreeChart's terms, ready to draw.
    abstract Plot plot();

    /// Whether names of colours stand above the chart.
    boolean hasLegend() {
        return false;
    }

    @Override
    void paint(Graphics2D g, Rectangle2D area) {
        Plot plot = plot();
        Styling.style(plot);
        var chart = new JFreeChart(null, Fonts.of(Theme.TITLE), plot, hasLegend());
        Styling.style(chart);
        chart.draw(g, area, new ChartRenderingInfo());
    }

    /// An empty plane with two number axes.
    XYPlot plane() {
        var plot = new XYPlot();
        plot.setDomainAxis(Styling.numbers(xLabel));
        plot.setRangeAxis(Styling.numbers(yLabel));
        return plot;
    }
}
