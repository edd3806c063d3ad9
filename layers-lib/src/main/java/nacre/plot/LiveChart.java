package nacre.plot;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import nacre.display.Screen;
import nacre.layers.config.Suggest;
import nacre.training.Callback;
import nacre.training.Trainee;
import org.jspecify.annotations.Nullable;

/// A chart of a training that is drawn anew after every epoch, in the same place.
///
/// ```java
/// var x = Tensor.of(new float[][] {{1}, {2}});
/// var model = Sequential.of(Input.of(1), new Dense(1)).seed(1);
/// model.compile("sgd", "mse");
/// model.fit(x, x).epochs(3).verbose(0).callbacks(Plot.live()).run();
/// ```
public final class LiveChart implements Callback {
    private final List<String> wanted;
    private final Map<String, List<double[]>> points = new LinkedHashMap<>();
    private UnaryOperator<LineChart> style = UnaryOperator.identity();
    private Screen.@Nullable Live shown;

    LiveChart(List<String> wanted) {
        this.wanted = wanted;
    }

    /// What to do with each drawing before it is shown, such as `chart -> chart.yRange(0, 1)`.
    public LiveChart style(UnaryOperator<LineChart> change) {
        style = change;
        return this;
    }

    @Override
    public void onTrainBegin(Trainee trainee) {
        points.clear();
        shown = null;
    }

    @Override
    public void onEpochEnd(Trainee trainee, int epoch, Map<String, Double> logs) {
        for (String name : wanted.isEmpty() ? List.of("loss", "val_loss") : wanted) {
            Double value = logs.get(name);
            if (value != null) {
                points.computeIfAbsent(name, _ -> new ArrayList<>())
                        .add(new double[] {epoch + 1, value});
            } else if (!wanted.isEmpty() && !name.startsWith("val_")) {
                throw new IllegalArgumentException(
                        "the training records no \"%s\". %s"
                                .formatted(name, Suggest.text(name, logs.keySet())));
            }
        }
        draw();
    }

    @Override
    public boolean followsBatches() {
        return false; // it only looks
    }

    private void draw() {
        var chart = new LineChart();
        points.forEach((name, line) -> chart.line(name, column(line, 0), column(line, 1)));
        LineChart picture = style.apply(chart.xLabel("epoch"));
        if (shown == null) {
            shown = Screen.display(picture);
        } else {
            shown.update(picture);
        }
    }

    private static double[] column(List<double[]> line, int column) {
        return line.stream().mapToDouble(point -> point[column]).toArray();
    }
}
