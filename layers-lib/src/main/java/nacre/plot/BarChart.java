package nacre.plot;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jfree.chart.axis.AxisLocation;
import org.jfree.chart.axis.CategoryAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.labels.ItemLabelAnchor;
import org.jfree.chart.labels.ItemLabelPosition;
import org.jfree.chart.labels.StandardCategoryItemLabelGenerator;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.PlotOrientation;
import org.jfree.chart.renderer.category.BarRenderer;
import org.jfree.chart.renderer.category.StandardBarPainter;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.category.DefaultCategoryDataset;

/// One bar for each name, with its number at the end.
///
/// ```java
/// Plot.bars().bar("Dense", 650).bar("Dropout", 0)   // Bar chart: Dense 650; Dropout 0.
/// ```
public final class BarChart extends Chart<BarChart> {
    private final Map<String, Double> bars = new LinkedHashMap<>();
    private boolean vertical;

    BarChart() {}

    /// One more bar; a second one with the same name replaces the first.
    public BarChart bar(String name, double value) {
        bars.put(name, value);
        return this;
    }

    /// Lets the bars stand instead of lie; good for short names.
    public BarChart vertical() {
        vertical = true;
        return this;
    }

    @Override
    CategoryPlot plot() {
        var data = new DefaultCategoryDataset();
        bars.forEach((name, value) -> data.addValue(value, "", name));
        String ofNames = vertical ? xLabel() : yLabel(); // lying bars have their names at the side
        var names = new CategoryAxis(ofNames.isEmpty() ? null : ofNames);
        names.setCategoryMargin(0.3);
        names.setLowerMargin(0.02);
        names.setUpperMargin(0.02);
        NumberAxis numbers = Styling.numbers(vertical ? yLabel() : xLabel());
        numbers.setAutoRangeIncludesZero(true);
        numbers.setUpperMargin(0.12); // room for the numbers at the ends
        numbers.setTickLabelsVisible(false);
        var renderer = new BarRenderer();
        renderer.setBarPainter(new StandardBarPainter());
        renderer.setShadowVisible(false);
        renderer.setSeriesPaint(0, Theme.series(0));
        renderer.setMaximumBarWidth(0.18);
        renderer.setDefaultItemLabelsVisible(true);
        renderer.setDefaultItemLabelFont(Fonts.of(Theme.LABEL));
        renderer.setDefaultItemLabelPaint(Theme.INK);
        renderer.setDefaultItemLabelGenerator(
                new StandardCategoryItemLabelGenerator(" {2} ", new ShortNumbers()));
        if (!vertical) {
            renderer.setDefaultPositiveItemLabelPosition(
                    new ItemLabelPosition(ItemLabelAnchor.OUTSIDE3, TextAnchor.CENTER_LEFT));
            renderer.setDefaultNegativeItemLabelPosition(
                    new ItemLabelPosition(ItemLabelAnchor.OUTSIDE9, TextAnchor.CENTER_RIGHT));
        }
        var plot = new CategoryPlot(data, names, numbers, renderer);
        plot.setOrientation(vertical ? PlotOrientation.VERTICAL : PlotOrientation.HORIZONTAL);
        plot.setRangeAxisLocation(AxisLocation.BOTTOM_OR_LEFT);
        plot.setRangeGridlinesVisible(false); // the numbers say it better
        return plot;
    }

    @Override
    double bodyHeight() {
        return vertical ? 300 : 34 + 34.0 * Math.max(1, bars.size());
    }

    @Override
    String describe() {
        return bars.entrySet().stream()
                .map(bar -> bar.getKey() + " " + Words.number(bar.getValue()))
                .collect(Collectors.joining("; ", "Bar chart: ", "."));
    }

    @Override
    BarChart self() {
        return this;
    }
}
