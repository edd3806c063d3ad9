package nacre.plot;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import nacre.tensor.Tensor;

/// The neurons of a network and every connection between them.
///
/// With weights, a line is as wide as its weight is large: blue above 0, red below. Neurons that
/// Dropout set to 0 are crossed out and lose their connections.
///
/// ```java
/// Plot.network(2, 3, 1)   // Network of 3 layers with 2, 3 and 1 neurons; 9 connections.
/// ```
public final class NetworkPicture extends Picture<NetworkPicture> {
    private static final int SHOWN = 12; // a longer layer shows both its ends and dots between

    private record Neuron(int layer, int index) {}

    private final int[] sizes;
    private final Set<Neuron> dropped = new HashSet<>();
    private List<String> names = List.of();
    private List<double[][]> weights = List.of();

    NetworkPicture(int... sizes) {
        if (sizes.length < 1 || Arrays.stream(sizes).anyMatch(size -> size < 1)) {
            throw new IllegalArgumentException(
                    "a network needs layers of at least one neuron; got " + Arrays.toString(sizes));
        }
        this.sizes = sizes;
    }

    /// What stands below the layers, from the first on.
    public NetworkPicture names(String... names) {
        this.names = List.of(names);
        return this;
    }

    /// The kernels between the layers: one row for each neuron in front, one column for each
    /// behind.
    public NetworkPicture weights(double[][]... kernels) {
        Numbers.sameCount("weights between the layers", sizes.length - 1, kernels.length);
        for (int i = 0; i < kernels.length; i++) {
            double[][] kernel = Numbers.table("a kernel", kernels[i]);
            if (kernel.length != sizes[i] || kernel[0].length != sizes[i + 1]) {
                String wanted = "(" + sizes[i] + ", " + sizes[i + 1] + ")";
                String got = "(" + kernel.length + ", " + kernel[0].length + ")";
                throw new IllegalArgumentException(
                        "the kernel between layer %d and %d has the shape %s; got %s"
                                .formatted(i, i + 1, wanted, got));
            }
        }
        weights = List.of(kernels);
        return this;
    }

    /// The kernels between the layers as tensors, such as `dense.getWeights().get(0)`.
    public NetworkPicture weights(Tensor... kernels) {
        return weights(Arrays.stream(kernels).map(Tensors::table).toArray(double[][][]::new));
    }

    /// Crosses out these neurons of a layer; the first layer is 0.
    public NetworkPicture drop(int layer, int... neurons) {
        for (int neuron : neurons) {
            if (layer < 0 || layer >= sizes.length || neuron < 0 || neuron >= sizes[layer]) {
                throw new IllegalArgumentException(
                        "there is no neuron %d in layer %d; the layers have the sizes %s"
                                .formatted(neuron, layer, Arrays.toString(sizes)));
            }
            dropped.add(new Neuron(layer, neuron));
        }
        return this;
    }

    /// Crosses out a share of a layer, chosen by chance; the same seed chooses the same.
    public NetworkPicture dropout(int layer, double rate, long seed) {
        List<Integer> all = new ArrayList<>();
        for (int i = 0; i < sizes[layer]; i++) {
            all.add(i);
        }
        Collections.shuffle(all, new Random(seed));
        int count = (int) Math.round(rate * sizes[layer]);
        return drop(layer, all.stream().limit(count).mapToInt(i -> i).toArray());
    }

    @Override
    void paint(Graphics2D g, Rectangle2D area) {
        double bottom = names.isEmpty() ? 0 : 26;
        var inner =
                new Rectangle2D.Double(
                        area.getX(), area.getY(), area.getWidth(), area.getHeight() - bottom);
        var pen = new Pen(g);
        for (int layer = 0; layer + 1 < sizes.length; layer++) {
            connections(pen, inner, layer);
        }
        for (int layer = 0; layer < sizes.length; layer++) {
            for (int index : shown(layer)) {
                neuron(pen, inner, new Neuron(layer, index));
            }
            if (sizes[layer] > SHOWN) {
                double x = x(inner, layer);
                pen.centered("⋮", x, inner.getCenterY(), 20, Theme.SOFT);
            }
            if (layer < names.size()) {
                double y = inner.getMaxY() + bottom / 2 + 2;
                pen.centered(names.get(layer), x(inner, layer), y, Theme.LABEL, Theme.INK);
            }
        }
    }

    private void connections(Pen pen, Rectangle2D area, int layer) {
        double[] all = weights.isEmpty() ? new double[0] : Numbers.flat(weights.get(layer));
        double largest = Math.max(Math.abs(Numbers.min(all)), Math.abs(Numbers.max(all)));
        for (int from : shown(layer)) {
            for (int to : shown(layer + 1)) {
                if (dropped.contains(new Neuron(layer, from))
                        || dropped.contains(new Neuron(layer + 1, to))) {
                    continue;
                }
                double width = 0.9;
                Color color = Theme.FAINT;
                if (largest > 0) {
                    double weight = weights.get(layer)[from][to];
                    width = 0.3 + 4.2 * Math.abs(weight) / largest;
                    color = Theme.seeThrough(weight < 0 ? Theme.MINUS : Theme.PLUS, 170);
                }
                pen.line(
                        x(area, layer),
                        y(area, layer, from),
                        x(area, layer + 1),
                        y(area, layer + 1, to),
                        width,
                        color);
            }
        }
    }

    private void neuron(Pen pen, Rectangle2D area, Neuron neuron) {
        double x = x(area, neuron.layer);
        double y = y(area, neuron.layer, neuron.index);
        double r = radius(area);
        var circle = new Ellipse2D.Double(x - r, y - r, 2 * r, 2 * r);
        if (!dropped.contains(neuron)) {
            pen.fill(circle, Theme.tint(Theme.PLUS, 0.22));
            pen.outline(circle, 1.6, Theme.PLUS);
            return;
        }
        pen.fill(circle, Theme.PAPER);
        pen.g.setStroke(new BasicStroke(1.2f, BasicStroke.CAP_BUTT, 0, 1, new float[] {3, 3}, 0));
        pen.g.setColor(Theme.SOFT);
        pen.g.draw(circle);
        double arm = r * 0.62;
        pen.line(x - arm, y - arm, x + arm, y + arm, 2, Theme.MINUS);
        pen.line(x - arm, y + arm, x + arm, y - arm, 2, Theme.MINUS);
    }

    /// The neurons of a layer that are drawn.
    private List<Integer> shown(int layer) {
        var indexes = new ArrayList<Integer>();
        int half = SHOWN / 2 - 1;
        for (int i = 0; i < sizes[layer]; i++) {
            if (sizes[layer] <= SHOWN || i < half || i >= sizes[layer] - half) {
                indexes.add(i);
            }
        }
        return indexes;
    }

    private int tallest() {
        return Math.min(SHOWN - 1, Arrays.stream(sizes).max().orElse(1));
    }

    private double radius(Rectangle2D area) {
        return Math.min(14, area.getHeight() / (tallest() + 1) * 0.42);
    }

    private double x(Rectangle2D area, int layer) {
        return area.getX() + area.getWidth() * (layer + 0.5) / sizes.length;
    }

    private double y(Rectangle2D area, int layer, int index) {
        boolean gap = sizes[layer] > SHOWN;
        int places = gap ? SHOWN - 1 : sizes[layer];
        int half = SHOWN / 2 - 1;
        int place = gap && index >= half ? index - sizes[layer] + places : index;
        double step = area.getHeight() / (tallest() + (tallest() < 3 ? 1 : 0));
        return area.getCenterY() + (place - (places - 1) / 2.0) * step;
    }

    @Override
    double bodyWidth() {
        return Math.max(200, 170.0 * sizes.length);
    }

    @Override
    double bodyHeight() {
        return 40.0 * Math.max(3, tallest()) + (names.isEmpty() ? 0 : 26);
    }

    @Override
    String describe() {
        List<String> counts = Arrays.stream(sizes).mapToObj(Integer::toString).toList();
        int connections = 0;
        for (int i = 0; i + 1 < sizes.length; i++) {
            connections += sizes[i] * sizes[i + 1];
        }
        String text =
                "Network of %s with %s neurons; %s"
                        .formatted(
                                Words.count(sizes.length, "layer"),
                                Words.list(counts),
                                Words.count(connections, "connection"));
        String width = weights.isEmpty() ? "" : ", as wide as their weights";
        String losses =
                dropped.stream()
                        .collect(Collectors.groupingBy(Neuron::layer, Collectors.counting()))
                        .entrySet()
                        .stream()
                        .map(e -> "; %d of layer %d dropped".formatted(e.getValue(), e.getKey()))
                        .sorted()
                        .collect(Collectors.joining());
        return text + width + losses + ".";
    }

    @Override
    NetworkPicture self() {
        return this;
    }
}
