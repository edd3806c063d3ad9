package nacre.layers;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import nacre.tensor.Gradients;
import nacre.tensor.RandomStream;
import nacre.tensor.Shape;
import nacre.tensor.Tape;
import nacre.tensor.Tensor;
import nacre.tensor.Weight;

/// Compares the gradients of a layer with what happens when inputs and weights are moved a little:
/// a table that says which input or weight is off, and by how much.
///
/// ```java
/// GradientCheck.of(new Dense(4), Shape.of(2, 3)).passed()   // true
/// ```
///
/// @param layer the layer that was looked at
/// @param rows what was found for each input and each weight
public record GradientCheck(String layer, List<Row> rows) {
    private static final int PLACES = 40; // enough to meet every formula of a layer
    private static final double TOLERATED = 0.02;
    private static final float STEP = 0.004f;

    /// What was found for one input or weight.
    ///
    /// @param name `input 0`, or the weight's name
    /// @param shape its shape
    /// @param compared how many places were compared; where the layer has a kink or a jump, nothing
    ///   can be
    /// @param place the place that differs most
    /// @param gradient what the layer says there
    /// @param numeric what moving it says
    /// @param passed whether they agree everywhere
    public record Row(
            String name,
            Shape shape,
            int compared,
            String place,
            double gradient,
            double numeric,
            boolean passed) {}

    /// The check of a layer on random inputs of these shapes, batch included.
    public static GradientCheck of(Layer layer, Shape... inputs) {
        var random = new RandomStream(1);
        return of(
                layer,
                Arrays.stream(inputs).map(shape -> random.normal(shape, 0, 1)).toList(),
                Call.inference());
    }

    /// The check of a layer on these inputs, called in this way.
    public static GradientCheck of(Layer layer, List<Tensor> inputs, Call how) {
        layer.ensureBuilt(inputs.stream().map(Tensor::shape).toList());
        List<Weight> weights = layer.trainableWeights();
        var tape = new Tape(Set.copyOf(weights));
        List<Tensor> watched = inputs.stream().map(tape::watch).toList();
        List<Tensor> outputs = tape.run(() -> layer.applyAll(watched, how));
        var random = new RandomStream(2);
        List<Tensor> upstream =
                outputs.stream().map(output -> random.normal(output.shape(), 0, 1)).toList();
        Gradients gradients = tape.gradients(outputs, upstream);
        var rows = new ArrayList<Row>();
        for (int i = 0; i < inputs.size(); i++) {
            int at = i;
            rows.add(
                    row(
                            "input " + i,
                            inputs.get(i),
                            gradients.of(watched.get(i)),
                            moved -> {
                                var changed = new ArrayList<>(inputs);
                                changed.set(at, moved);
                                return price(layer.applyAll(changed, how), upstream);
                            }));
        }
        for (Weight weight : weights) {
            Tensor value = weight.tensor().copy();
            rows.add(
                    row(
                            weight.name(),
                            value,
                            gradients.of(weight),
                            moved -> {
                                weight.assign(moved);
                                return price(layer.applyAll(inputs, how), upstream);
                            }));
            weight.assign(value);
        }
        return new GradientCheck(layer.toString(), rows);
    }

    private interface Price {
        double of(Tensor moved);
    }

    private static double price(List<Tensor> outputs, List<Tensor> upstream) {
        double sum = 0;
        for (int i = 0; i < outputs.size(); i++) {
            float[] values = outputs.get(i).toArray();
            float[] weights = upstream.get(i).toArray();
            for (int j = 0; j < values.length; j++) {
                sum += (double) values[j] * weights[j];
            }
        }
        return sum;
    }

    private static Row row(String name, Tensor value, Tensor gradient, Price price) {
        float[] slopes = gradient.toArray();
        double size = 0;
        for (float slope : slopes) {
            size = Math.max(size, Math.abs(slope));
        }
        int compared = 0;
        int worst = 0;
        double numericThere = slopes.length == 0 ? 0 : slopes[0];
        double difference = -1;
        int step = Math.max(1, slopes.length / PLACES);
        for (int i = 0; i < slopes.length; i += step) {
            Sides sides = sides(value, i, price);
            double numeric = (sides.before + sides.behind) / 2;
            // a kink or a jump has two slopes
            boolean smooth =
                    Math.abs(sides.before - sides.behind)
                            <= 3 * allowed(Math.max(size, Math.abs(numeric)));
            if (smooth) {
                compared++;
                double nearest = sides.nearest(slopes[i]);
                if (Math.abs(nearest - slopes[i]) > difference) {
                    difference = Math.abs(nearest - slopes[i]);
                    worst = i;
                    numericThere = nearest;
                }
            }
        }
        return new Row(
                name,
                value.shape(),
                compared,
                place(value.shape(), worst),
                slopes.length == 0 ? 0 : slopes[worst],
                numericThere,
                difference <= allowed(Math.max(size, Math.abs(numericThere))));
    }

    /// Floats leave an error in differences that does not become smaller with the gradient.
    private static double allowed(double size) {
        return TOLERATED * Math.max(size, 0.1);
    }

    /// The slopes on both sides of a place.
    private record Sides(double before, double behind) {
        /// What is nearest to this slope of all that lies between the two.
        double nearest(double slope) {
            return Math.clamp(slope, Math.min(before, behind), Math.max(before, behind));
        }
    }

    private static Sides sides(Tensor value, int place, Price price) {
        try {
            double here = price.of(value);
            return new Sides(
                    (here - price.of(moved(value, place, -STEP))) / STEP,
                    (price.of(moved(value, place, STEP)) - here) / STEP);
        } catch (IllegalArgumentException e) {
            return new Sides(Double.NaN, Double.NaN); // no input any more, as a token below 0
        }
    }

    private static Tensor moved(Tensor value, int place, float by) {
        float[] numbers = value.toArray();
        numbers[place] += by;
        return Tensor.wrap(numbers, value.shape());
    }

    private static String place(Shape shape, int index) {
        int[] place = new int[shape.rank()];
        int rest = index;
        for (int axis = place.length - 1; axis >= 0; axis--) {
            place[axis] = rest % shape.dim(axis);
            rest /= shape.dim(axis);
        }
        return Arrays.toString(place);
    }

    /// Whether all gradients agree with what moving says.
    public boolean passed() {
        return rows.stream().allMatch(Row::passed);
    }

    private static String verdict(Row row) {
        return row.compared() == 0
                ? "nothing to compare: it jumps everywhere"
                : row.passed()
                        ? "agrees"
                        : String.format(
                                Locale.ROOT,
                                "OFF by %.3g: the layer says %.4g, moving it says %.4g, at %s",
                                Math.abs(row.gradient() - row.numeric()),
                                row.gradient(),
                                row.numeric(),
                                row.place());
    }

    @Override
    public String toString() {
        var text = new StringBuilder("Gradients of " + layer + (passed() ? ": right" : ": wrong"));
        for (Row row : rows) {
            text.append(
                    String.format(
                            Locale.ROOT,
                            "%n  %-16s %-14s %3d places  %s",
                            row.name(),
                            row.shape(),
                            row.compared(),
                            verdict(row)));
        }
        return text.toString();
    }

    /// The table of a notebook.
    public String toHtml() {
        var html =
                new StringBuilder("<table><caption>Gradients of ")
                        .append(layer.replace("<", "&lt;"))
                        .append(passed() ? ": right" : ": wrong")
                        .append(
                                "</caption>\n<tr><th>Of</th><th>Shape</th><th>Places</th><th></th></tr>\n");
        for (Row row : rows) {
            html.append("<tr><td>")
                    .append(row.name())
                    .append("</td><td>")
                    .append(row.shape())
                    .append("</td><td>")
                    .append(row.compared())
                    .append("</td><td style=\"text-align:left\">")
                    .append(row.passed() ? verdict(row) : "<b>" + verdict(row) + "</b>")
                    .append("</td></tr>\n");
        }
        return html.append("</table>").toString();
    }
}
