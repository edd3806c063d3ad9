package nacre.plot;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Boxes and arrows from left to right: layers, and how data flows through them.
///
/// ```java
/// Plot.diagram().box("x").box("Dense").arrow("x", "Dense")   // Diagram of 2 boxes: x → Dense.
/// ```
public final class Diagram extends Picture<Diagram> {
    private static final double BOX_HEIGHT = 46;
    private static final double BETWEEN_LEVELS = 54;
    private static final double BETWEEN_BOXES = 20;

    private record Box(String name, String text, int colour) {}

    private record Arrow(String from, String to, String label) {}

    private final Map<String, Box> boxes = new LinkedHashMap<>();
    private final List<Arrow> arrows = new ArrayList<>();

    Diagram() {}

    /// A box with its name in it.
    public Diagram box(String name) {
        return box(name, name);
    }

    /// A box with a text in it (`\n` begins a new line); arrows call it by its name.
    public Diagram box(String name, String text) {
        return box(name, text, 0);
    }

    /// A box in the colour with this number; boxes that belong together have the same.
    public Diagram box(String name, String text, int colour) {
        boxes.put(name, new Box(name, text, colour));
        return this;
    }

    /// An arrow from one box to another.
    public Diagram arrow(String from, String to) {
        return arrow(from, to, "");
    }

    /// An arrow with a word on it.
    public Diagram arrow(String from, String to, String label) {
        arrows.add(new Arrow(known(from), known(to), label));
        return this;
    }

    private String known(String name) {
        if (!boxes.containsKey(name)) {
            throw new IllegalArgumentException(
                    "there is no box \"%s\"; the boxes are %s".formatted(name, boxes.keySet()));
        }
        return name;
    }

    /// For each box how many arrows lead to it, on the longest way.
    private Map<String, Integer> levels() {
        var levels = new LinkedHashMap<String, Integer>();
        boxes.keySet().forEach(name -> levels.put(name, 0));
        for (int pass = 0; pass < boxes.size(); pass++) { // enough even for one long chain
            for (Arrow arrow : arrows) {
                int behind = levels.getOrDefault(arrow.from, 0) + 1;
                levels.merge(arrow.to, Math.min(behind, boxes.size() - 1), Math::max);
            }
        }
        return levels;
    }

    /// The boxes, level by level.
    private List<List<Box>> columns() {
        Map<String, Integer> levels = levels();
        var columns = new ArrayList<List<Box>>();
        boxes.values()
                .forEach(
                        box -> {
                            int level = levels.getOrDefault(box.name, 0);
                            while (columns.size() <= level) {
                                columns.add(new ArrayList<>());
                            }
                            columns.get(level).add(box);
                        });
        return columns;
    }

    private static double width(List<Box> column) {
        double longest =
                column.stream()
                        .flatMap(box -> box.text.lines())
                        .mapToInt(String::length)
                        .max()
                        .orElse(1);
        return Math.max(70, 7.6 * longest + 22);
    }

    private static double height(Box box) {
        return BOX_HEIGHT + 16 * Math.max(0, box.text.lines().count() - 2);
    }

    private static double height(List<Box> column) {
        double boxes = column.stream().mapToDouble(Diagram::height).sum();
        return boxes + BETWEEN_BOXES * Math.max(0, column.size() - 1);
    }

    @Override
    double bodyWidth() {
        List<List<Box>> columns = columns();
        double boxes = columns.stream().mapToDouble(Diagram::width).sum();
        return Math.max(120, boxes + BETWEEN_LEVELS * (columns.size() - 1) + 4);
    }

    @Override
    double bodyHeight() {
        return 24 + columns().stream().mapToDouble(Diagram::height).max().orElse(BOX_HEIGHT);
    }

    @Override
    void paint(Graphics2D g, Rectangle2D area) {
        Map<String, Rectangle2D> places = places(area);
        var pen = new Pen(g);
        arrows.forEach(
                arrow ->
                        draw(
                                pen,
                                arrow,
                                places.getOrDefault(arrow.from, area),
                                places.getOrDefault(arrow.to, area)));
        boxes.values().forEach(box -> draw(pen, box, places.getOrDefault(box.name, area)));
    }

    private Map<String, Rectangle2D> places(Rectangle2D area) {
        var places = new LinkedHashMap<String, Rectangle2D>();
        double spare = Math.max(0, area.getWidth() - bodyWidth());
        double gap = BETWEEN_LEVELS + spare / Math.max(1, columns().size() - 1);
        double x = area.getX() + 2;
        for (List<Box> column : columns()) {
            double y = area.getCenterY() - height(column) / 2;
            for (Box box : column) {
                places.put(box.name, new Rectangle2D.Double(x, y, width(column), height(box)));
                y += height(box) + BETWEEN_BOXES;
            }
            x += width(column) + gap;
        }
        return places;
    }

    private static void draw(Pen pen, Box box, Rectangle2D place) {
        Color color = Theme.series(box.colour);
        var shape =
                new RoundRectangle2D.Double(
                        place.getX(), place.getY(), place.getWidth(), place.getHeight(), 10, 10);
        pen.fill(shape, Theme.tint(color, 0.14));
        pen.outline(shape, 1.4, color);
        double x = place.getCenterX();
        pen.centered(box.text, x, place.getCenterY(), Theme.LABEL, Theme.INK);
    }

    private static void draw(Pen pen, Arrow arrow, Rectangle2D from, Rectangle2D to) {
        double x1 = from.getMaxX();
        double y1 = from.getCenterY();
        double x2 = to.getX();
        double y2 = to.getCenterY();
        double bend = (x2 - x1) / 2;
        var path = new Path2D.Double();
        path.moveTo(x1, y1);
        path.curveTo(x1 + bend, y1, x2 - bend, y2, x2 - 4, y2);
        pen.outline(path, 1.4, Theme.SOFT);
        var head = new Path2D.Double();
        head.moveTo(x2 - 1, y2);
        head.lineTo(x2 - 9, y2 - 4.5);
        head.lineTo(x2 - 9, y2 + 4.5);
        head.closePath();
        pen.fill(head, Theme.SOFT);
        if (!arrow.label.isEmpty()) {
            double y = (y1 + y2) / 2 - 10;
            pen.centered(arrow.label, (x1 + x2) / 2 - 3, y, Theme.SMALL, Theme.SOFT);
        }
    }

    private static String said(Arrow arrow) {
        String label = arrow.label.isEmpty() ? "" : " (" + arrow.label + ")";
        return arrow.from + " → " + arrow.to + label;
    }

    @Override
    String describe() {
        String flow = arrows.stream().map(Diagram::said).collect(Collectors.joining("; "));
        return "Diagram of %s: %s.".formatted(Words.count(boxes.size(), "box"), flow);
    }

    @Override
    Diagram self() {
        return this;
    }
}
