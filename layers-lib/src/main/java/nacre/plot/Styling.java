package nacre.plot;

import java.awt.Color;
import java.awt.geom.Line2D;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.Axis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.block.BlockBorder;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.Plot;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.title.LegendTitle;
import org.jfree.chart.ui.HorizontalAlignment;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;

/// Puts the theme on JFreeChart's objects.
final class Styling {
    private static final RectangleInsets NONE = RectangleInsets.ZERO_INSETS;

    private Styling() {}

    static void style(JFreeChart chart) {
        chart.setBackgroundPaint(Theme.PAPER);
        chart.setPadding(NONE);
        chart.setAntiAlias(true);
        LegendTitle legend = chart.getLegend();
        if (legend != null) {
            legend.setPosition(RectangleEdge.TOP);
            legend.setHorizontalAlignment(HorizontalAlignment.LEFT);
            legend.setFrame(BlockBorder.NONE);
            legend.setBackgroundPaint(Theme.PAPER);
            legend.setItemFont(Fonts.of(Theme.LABEL));
            legend.setItemPaint(Theme.INK);
            legend.setItemLabelPadding(new RectangleInsets(2, 4, 2, 12));
            legend.setLegendItemGraphicPadding(new RectangleInsets(2, 2, 2, 2));
            legend.setPadding(new RectangleInsets(0, 0, 4, 0));
        }
    }

    static void style(Plot plot) {
        plot.setOutlineVisible(false);
        plot.setBackgroundPaint(Theme.PAPER);
        plot.setInsets(new RectangleInsets(4, 0, 0, 8));
        switch (plot) {
            case XYPlot plane -> {
                plane.setDomainGridlinesVisible(false);
                plane.setRangeGridlinePaint(Theme.GRID);
                plane.setRangeGridlineStroke(Theme.line(1));
                plane.setAxisOffset(NONE);
                plane.setDomainZeroBaselineVisible(false);
                style(plane.getDomainAxis());
                style(plane.getRangeAxis());
                plane.getRangeAxis().setAxisLineVisible(false);
            }
            case CategoryPlot bars -> {
                bars.setRangeGridlinePaint(Theme.GRID);
                bars.setRangeGridlineStroke(Theme.line(1));
                bars.setAxisOffset(NONE);
                style(bars.getDomainAxis());
                style(bars.getRangeAxis());
                bars.getRangeAxis().setAxisLineVisible(false);
            }
            default -> throw new IllegalArgumentException("no style for " + plot.getPlotType());
        }
    }

    private static void style(Axis axis) {
        axis.setTickMarksVisible(false);
        axis.setAxisLinePaint(Theme.FAINT);
        axis.setAxisLineStroke(Theme.line(1));
        axis.setLabelFont(Fonts.of(Theme.LABEL));
        axis.setLabelPaint(Theme.SOFT);
        axis.setTickLabelFont(Fonts.of(Theme.SMALL));
        axis.setTickLabelPaint(Theme.SOFT);
        axis.setTickLabelInsets(new RectangleInsets(3, 5, 3, 5));
    }

    /// An axis of numbers that writes them alike on every machine.
    static NumberAxis numbers(String label) {
        var axis = new NumberAxis(label.isEmpty() ? null : label);
        axis.setStandardTickUnits(NumberAxis.createStandardTickUnits(Locale.ROOT));
        axis.setAutoRangeIncludesZero(false);
        return axis;
    }

    /// Only whole numbers at the axis, such as epochs.
    static void whole(NumberAxis axis) {
        axis.setStandardTickUnits(NumberAxis.createIntegerTickUnits(Locale.ROOT));
        axis.setNumberFormatOverride(
                new DecimalFormat("#", DecimalFormatSymbols.getInstance(Locale.ROOT)));
    }

    /// Draws series `index` as a line of a colour.
    static void line(XYLineAndShapeRenderer renderer, int index, Color color, double width) {
        renderer.setSeriesPaint(index, color);
        renderer.setSeriesStroke(index, Theme.line(width, index));
        renderer.setLegendLine(new Line2D.Double(-9, 0, 9, 0));
    }
}
