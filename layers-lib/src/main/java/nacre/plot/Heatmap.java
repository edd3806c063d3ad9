package nacre.plot;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;
import org.jfree.chart.ChartRenderingInfo;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.annotations.XYTextAnnotation;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.SymbolAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.title.PaintScaleLegend;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;

/// A table of numbers as coloured cells: weights, feature maps, a confusion matrix.
///
/// Numbers of both signs are white at 0, blue above and orange below; amounts get darker as they
/// grow.
///
/// ```java
/// var kernel = new double[][] {{-1, 0}, {2, 1}};
/// Plot.heatmap(kernel).xLabel("neuron").yLabel("input").title("The weights of a layer")
/// ```
public final class Heatmap extends Chart<Heatmap> {
    private static final int READABLE = 12; // up to so many columns have numbers in their cells

    private final double[][] rows;
    private List<String> rowNames = List.of();
    private List<String> columnNames = List.of();

    Heatmap(double[][] rows) {
        this.rows = Numbers.table("a heatmap", rows);
    }

    /// Names of the rows, from the top.
    public Heatmap rowNames(String... names) {
        Numbers.sameCount("rowNames", rows.length, names.length);
        rowNames = List.of(names);
        return this;
    }

    /// Names of the columns, from the left.
    public Heatmap columnNames(String... names) {
        Numbers.sameCount("columnNames", rows[0].length, names.length);
        columnNames = List.of(names);
        return this;
    }

    private Palette palette() {
        return Palette.suited(Numbers.flat(rows));
    }

    @Override
    XYPlot plot() {
        var plot = new XYPlot();
        plot.setDomainAxis(axis(xLabel(), columnNames, rows[0].length));
        plot.setRangeAxis(axis(yLabel(), rowNames, rows.length));
        plot.getRangeAxis().setInverted(true);
        plot.setBackgroundImage(palette().paint(rows));
        plot.setBackgroundImageAlpha(1);
        plot.setRangeGridlinesVisible(false);
        if (rows[0].length <= READABLE && rows.length <= 2 * READABLE) {
            writeNumbers(plot);
        }
        return plot;
    }

    private static NumberAxis axis(String label, List<String> names, int size) {
        String shown = label.isEmpty() ? null : label;
        NumberAxis axis =
                names.isEmpty()
                        ? Styling.numbers(label)
                        : new SymbolAxis(shown, names.toArray(String[]::new));
        if (names.isEmpty()) {
            Styling.whole(axis);
        } else {
            ((SymbolAxis) axis).setGridBandsVisible(false);
        }
        axis.setRange(-0.5, size - 0.5);
        return axis;
    }

    private void writeNumbers(XYPlot plot) {
        Palette palette = palette();
        for (int r = 0; r < rows.length; r++) {
            for (int c = 0; c < rows[r].length; c++) {
                var number = new XYTextAnnotation(shortNumber(rows[r][c]), c, r);
                number.setFont(Fonts.of(Theme.SMALL));
                number.setPaint(palette.textOn(rows[r][c]));
                plot.addAnnotation(number);
            }
        }
    }

    /// In a cell there is room for two digits behind the point.
    private static String shortNumber(double value) {
        return value == Math.rint(value) || Math.abs(value) >= 100
                ? Words.number(Math.rint(value))
                : "%.2f".formatted(value).replace(',', '.');
    }

    @Override
    void paint(Graphics2D g, Rectangle2D area) {
        XYPlot plot = plot();
        Styling.style(plot);
        plot.getDomainAxis().setAxisLineVisible(false);
        var chart = new JFreeChart(null, Fonts.of(Theme.TITLE), plot, false);
        chart.addSubtitle(bar());
        Styling.style(chart);
        chart.draw(g, squareCells(chart, area), new ChartRenderingInfo());
    }

    /// The part of the area in which the cells become squares. Only a first drawing, which nobody
    /// sees, tells how much room the axes take.
    private Rectangle2D squareCells(JFreeChart chart, Rectangle2D area) {
        var info = new ChartRenderingInfo();
        Graphics2D unseen = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB).createGraphics();
        chart.draw(unseen, area, info);
        unseen.dispose();
        Rectangle2D cells = info.getPlotInfo().getDataArea();
        double cell = Math.min(cells.getWidth() / rows[0].length, cells.getHeight() / rows.length);
        double tooWide = cells.getWidth() - cell * rows[0].length;
        double tooHigh = cells.getHeight() - cell * rows.length;
        return new Rectangle2D.Double(
                area.getX(), area.getY(), area.getWidth() - tooWide, area.getHeight() - tooHigh);
    }

    /// The bar that says which colour is which number.
    private PaintScaleLegend bar() {
        var bar = new PaintScaleLegend(palette(), Styling.numbers(""));
        bar.getAxis().setTickLabelFont(Fonts.of(Theme.SMALL));
        bar.getAxis().setTickLabelPaint(Theme.SOFT);
        bar.getAxis().setTickLabelInsets(new RectangleInsets(9, 4, 9, 4));
        bar.getAxis().setTickMarksVisible(false);
        bar.getAxis().setAxisLineVisible(false);
        bar.setPosition(RectangleEdge.RIGHT);
        bar.setStripWidth(10);
        bar.setStripOutlineVisible(false);
        bar.setSubdivisionCount(128);
        bar.setMargin(new RectangleInsets(4, 6, 4, 0));
        bar.setBackgroundPaint(Theme.PAPER);
        return bar;
    }

    /// As large as a page can show, with cells of 8 to 44 pixels.
    private double cellSize() {
        double wide = Math.min(44, 560.0 / rows[0].length);
        return Math.max(1, Math.min(wide, 440.0 / rows.length));
    }

    @Override
    double bodyWidth() {
        return Math.max(150, cellSize() * rows[0].length + 110);
    }

    @Override
    double bodyHeight() {
        return Math.max(90, cellSize() * rows.length + 46);
    }

    @Override
    String describe() {
        int[] low = {0, 0};
        int[] high = {0, 0};
        for (int r = 0; r < rows.length; r++) {
            for (int c = 0; c < rows[r].length; c++) {
                low = rows[r][c] < rows[low[0]][low[1]] ? new int[] {r, c} : low;
                high = rows[r][c] > rows[high[0]][high[1]] ? new int[] {r, c} : high;
            }
        }
        return "Heatmap of %s × %s: values from %s to %s."
                .formatted(
                        Words.count(rows.length, "row"),
                        Words.count(rows[0].length, "column"),
                        place(low),
                        place(high));
    }

    private String place(int[] cell) {
        String row = rowNames.isEmpty() ? "row " + cell[0] : rowNames.get(cell[0]);
        String column = columnNames.isEmpty() ? "column " + cell[1] : columnNames.get(cell[1]);
        return "%s (%s, %s)".formatted(Words.number(rows[cell[0]][cell[1]]), row, column);
    }

    @Override
    Heatmap self() {
        return this;
    }
}
