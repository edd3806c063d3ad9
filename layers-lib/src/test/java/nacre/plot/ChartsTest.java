package nacre.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nacre.data.Data;
import nacre.data.DataSet;
import nacre.tensor.Tensor;
import nacre.training.History;
import org.junit.jupiter.api.Test;

class ChartsTest {
    private final DataSet moons = Data.moons(60, 0.1, 1);

    @Test
    void linesOfATrainingAreDescribedByTheirCourse() {
        Map<String, List<Double>> history = new LinkedHashMap<>();
        history.put("loss", List.of(0.9, 0.5, 0.3, 0.1));
        history.put("val_loss", List.of(0.9, 0.6, 0.8, 1.1));
        LineChart chart = Plot.lines(history).gap("loss", "val_loss").mark(2, "best");
        assertEquals(
                "Line chart over epoch 1 to 4: loss falls from 0.9 to 0.1; val_loss rises from 0.9 to"
                        + " 1.1, lowest 0.6 at epoch 2.",
                chart.toString());
        var pixels = new Pixels(chart);
        assertTrue(pixels.count(Theme.series(0)) > 500);
        assertTrue(pixels.count(Theme.series(1)) > 500);
    }

    @Test
    void aHistoryShowsItsLossesUnlessOtherNamesAreAskedFor() {
        var history = new History();
        history.add(0, Map.of("loss", 2.0, "val_loss", 2.0, "accuracy", 0.5));
        history.add(1, Map.of("loss", 1.0, "val_loss", 3.0, "accuracy", 0.6));
        assertEquals(
                "Line chart over epoch 1 to 2: loss falls from 2 to 1; val_loss rises from 2 to 3.",
                Plot.lines(history).toString());
        assertEquals(
                "Line chart over epoch 1 to 2: accuracy rises from 0.5 to 0.6.",
                Plot.lines(history, "accuracy").toString());
    }

    @Test
    void aTrainingThatExplodesIsStillDrawn() {
        LineChart chart = Plot.line("loss", 1, 10, Double.POSITIVE_INFINITY, Double.NaN);
        assertEquals("Line chart over 1 to 4: loss is not a number at 3.", chart.toString());
        assertTrue(new Pixels(chart).count(Theme.series(0)) > 100);
    }

    @Test
    void anEmptyOrSinglePointIsStillDrawn() {
        assertTrue(Plot.line("nothing").toPng().length > 0);
        assertTrue(new Pixels(Plot.line("first", 1)).count(Theme.series(0)) > 20);
        assertEquals("Line chart over 1 to 1: first stays at 1.", Plot.line("first", 1).toString());
    }

    @Test
    void aGapNeedsLinesThatExist() {
        var error =
                assertThrows(
                        IllegalArgumentException.class,
                        () -> Plot.line("loss", 1, 2).gap("loss", "val_los"));
        assertEquals("there is no line \"val_los\"; the lines are [loss]", error.getMessage());
    }

    @Test
    void learningRatesShareTheAxisByFactorsOfTen() {
        var chart =
                Plot.line("loss", new double[] {1e-4, 1e-2, 1}, new double[] {2, 1, 3})
                        .logX()
                        .xLabel("learning rate");
        assertTrue(new Pixels(chart).count(Theme.series(0)) > 500);
    }

    @Test
    void pointsHaveTheColoursOfTheirClasses() {
        var chart = Plot.scatter(moons.x(), moons.y()).names("upper", "lower");
        assertEquals("Scatter chart of 60 points: 30 of upper and 30 of lower.", chart.toString());
        var pixels = new Pixels(chart);
        assertTrue(pixels.count(Theme.series(0)) > 1000);
        assertTrue(pixels.count(Theme.series(1)) > 1000);
    }

    @Test
    void classesMayComeAsOneColumnForEach() {
        var oneHot = Tensor.of(new float[][] {{0, 1}, {1, 0}});
        assertEquals(
                "Scatter chart of 2 points: 1 of class 0 and 1 of class 1.",
                Plot.scatter(Tensor.of(new float[][] {{0, 0}, {1, 1}}), oneHot).toString());
    }

    @Test
    void theGroundShowsWhatTheModelSays() {
        ScatterChart chart =
                Plot.boundary(
                        (x, y) -> x < 0 ? 0 : 1,
                        new double[][] {{-1, 0}, {1, 0}, {1, 1}},
                        new int[] {0, 1, 0});
        assertEquals(
                "Scatter chart of 3 points: 2 of class 0 and 1 of class 1. The decision puts 2 of 3"
                        + " points into their class; of the plane it gives 50 % to class 0 and 50 %"
                        + " to class 1.",
                chart.toString());
        var pixels = new Pixels(chart);
        int blue = pixels.count(Theme.tint(Theme.series(0), 0.45));
        int red = pixels.count(Theme.tint(Theme.series(1), 0.45));
        assertTrue(blue > 100_000, "blue " + blue);
        assertEquals(1.0, (double) red / blue, 0.05);
    }

    @Test
    void aModelOfTensorsIsAskedOnceAndForAll() {
        int[] asked = {0};
        ScatterChart chart =
                Plot.boundary(
                        x -> {
                            asked[0]++;
                            return x.slice(1, 0, 1).sigmoid();
                        },
                        moons.x(),
                        moons.y());
        chart.toPng();
        chart.metadata();
        assertEquals(2, asked[0], "once for the plane, once for the points");
    }

    @Test
    void cellsOfAHeatmapAreSquaresInTheColourOfTheirNumber() {
        double[][] rows = {{-2, 0, 2}, {2, 2, 2}};
        Heatmap map = Plot.heatmap(rows).size(400, 300);
        assertEquals(
                "Heatmap of 2 rows × 3 columns: values from -2 (row 0, column 0) to 2 (row 0, column"
                        + " 2).",
                map.toString());
        Palette palette = Palette.aroundZero(Numbers.flat(rows));
        var pixels = new Pixels(map);
        int deepRed = pixels.count(palette.color(-2));
        int deepBlue = pixels.count(palette.color(2));
        assertEquals(4.0, (double) deepBlue / deepRed, 0.3);
        assertEquals(Color.WHITE, palette.color(0));
    }

    @Test
    void aConfusionMatrixHasNames() {
        Heatmap map =
                Plot.heatmap(new double[][] {{9, 1}, {0, 10}})
                        .rowNames("cat", "dog")
                        .columnNames("cat", "dog");
        assertEquals(
                "Heatmap of 2 rows × 2 columns: values from 0 (dog, cat) to 10 (dog, dog).",
                map.toString());
        assertThrows(IllegalArgumentException.class, () -> map.rowNames("cat"));
    }

    @Test
    void rowsOfUnequalLengthAreRefused() {
        var error =
                assertThrows(
                        IllegalArgumentException.class,
                        () -> Plot.heatmap(new double[][] {{1, 2}, {1}}));
        assertEquals(
                "a heatmap needs rows of one length; row 0 has 2 numbers and row 1 has 1",
                error.getMessage());
    }

    @Test
    void aHistogramTellsWhereTheNumbersLie() {
        var chart = Plot.histogram("before", -1, 0, 0, 1).sample("after", Tensor.range(3));
        assertEquals(
                "Histogram: before has 4 values from -1 to 1, mean 0, standard deviation 0.707; after"
                        + " has 3 values from 0 to 2, mean 1, standard deviation 0.816.",
                chart.toString());
        assertTrue(chart.toPng().length > 0);
        assertTrue(Plot.histogram("none").toPng().length > 0);
    }

    @Test
    void barsHaveTheirNumbers() {
        var chart = Plot.bars(Map.of("Dense", 650));
        assertEquals("Bar chart: Dense 650.", chart.toString());
        assertTrue(new Pixels(chart).count(Theme.series(0)) > 5000);
        assertTrue(new Pixels(chart.vertical()).count(Theme.series(0)) > 5000);
    }
}
