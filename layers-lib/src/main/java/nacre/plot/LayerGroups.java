package nacre.plot;

import static java.util.Comparator.comparingDouble;
import static java.util.Comparator.comparingInt;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import nacre.layers.catalogue.Catalogue;
import nacre.layers.catalogue.Entry;

/// The groups of layers as a page of cards: what each group is for, and all its layers.
///
/// Everything on the page is read off the catalogue, so a new layer appears by itself.
///
/// ```java
/// Plot.layers(Layers.catalogue().group("merging"))   // 8 layers in 1 group. merging: Add, Average, Concatenate, Dot, Maximum, Minimum, Multiply and Subtract.
/// ```
public final class LayerGroups extends Picture<LayerGroups> {
    private static final double CARD = 314;
    private static final double GAP = 14;
    private static final double INSET = 14;
    private static final double SIGN = 38;
    private static final int MOST_COLUMNS = 3;

    private record Card(String group, String purpose, List<Family> families) {}

    private final Catalogue catalogue;
    private final List<Card> cards = new ArrayList<>();

    LayerGroups(Catalogue catalogue) {
        this.catalogue = catalogue;
        for (String group : catalogue.groups().keySet()) {
            cards.add(new Card(group, catalogue.purpose(group), Family.of(names(group))));
        }
    }

    /// The cards in columns of about the same height: the longest first, each to the column that is
    /// shortest so far; then in the order of the catalogue again.
    private List<List<Card>> columns(Pen pen) {
        List<List<Card>> columns = new ArrayList<>();
        while (columns.size() < Math.min(MOST_COLUMNS, cards.size())) {
            columns.add(new ArrayList<>());
        }
        Comparator<Card> longest = comparingDouble(card -> -height(pen, card));
        for (Card card : cards.stream().sorted(longest).toList()) {
            Collections.min(columns, comparingDouble(column -> height(pen, column))).add(card);
        }
        columns.forEach(column -> column.sort(comparingInt(cards::indexOf)));
        columns.sort(comparingInt(column -> cards.indexOf(column.getFirst())));
        return columns;
    }

    private static double height(Pen pen, List<Card> column) {
        return column.stream().mapToDouble(card -> height(pen, card) + GAP).sum();
    }

    @Override
    double bodyWidth() {
        return columns(Pen.forMeasuring()).size() * (CARD + GAP) - GAP;
    }

    @Override
    double bodyHeight() {
        var pen = Pen.forMeasuring();
        return columns(pen).stream().mapToDouble(c -> height(pen, c)).max().orElse(40) - GAP;
    }

    @Override
    boolean isColorful() {
        return true; // seven colours in many tints
    }

    @Override
    void paint(Graphics2D g, Rectangle2D area) {
        var pen = new Pen(g);
        double x = area.getX();
        int number = 0;
        for (List<Card> column : columns(pen)) {
            // the cards share what is left of the page, so that all columns end alike
            double more = (area.getHeight() + GAP - height(pen, column)) / column.size();
            double y = area.getY();
            for (Card card : column) {
                double height = height(pen, card) + Math.max(0, more);
                draw(pen, card, new Rectangle2D.Double(x, y, CARD, height), Theme.series(number));
                y += height + GAP;
                number++;
            }
            x += CARD + GAP;
        }
    }

    private static void draw(Pen pen, Card card, Rectangle2D place, Color color) {
        double x = place.getX();
        double y = place.getY();
        var shape = new RoundRectangle2D.Double(x, y, CARD, place.getHeight(), 16, 16);
        pen.fill(shape, Theme.tint(color, 0.07));
        pen.outline(shape, 1, Theme.tint(color, 0.35));
        GroupSign.draw(pen, card.group, x + INSET, y + INSET, SIGN, color);
        double left = x + INSET + SIGN + 12;
        int count = card.families.stream().mapToInt(Family::size).sum();
        pen.text(card.group, left, y + INSET + 7, 16, Theme.mix(color, Theme.INK, 0.35));
        pen.right(Words.count(count, "layer"), x + CARD - INSET, y + INSET + 7, 11, Theme.SOFT);
        double line = y + INSET + 25;
        for (String text : purpose(pen, card)) {
            pen.text(text, left, line, Theme.SMALL, Theme.SOFT);
            line += 14;
        }
        Chips.draw(pen, card.families, x + INSET, chipsAt(pen, card) + y, inside(), color);
    }

    private static double inside() {
        return CARD - 2 * INSET;
    }

    private static List<String> purpose(Pen pen, Card card) {
        return pen.wrap(card.purpose, inside() - SIGN - 12, Theme.SMALL);
    }

    private static double chipsAt(Pen pen, Card card) {
        return INSET + Math.max(SIGN, 18 + 14.0 * purpose(pen, card).size()) + 12;
    }

    private static double height(Pen pen, Card card) {
        return chipsAt(pen, card) + Chips.height(pen, card.families, inside()) + INSET;
    }

    @Override
    String describe() {
        String start =
                Words.count(catalogue.entries().size(), "layer")
                        + " in "
                        + Words.count(cards.size(), "group");
        return catalogue.groups().keySet().stream()
                .map(group -> group + ": " + Words.list(names(group)) + ".")
                .collect(Collectors.joining(" ", start + ". ", ""));
    }

    private List<String> names(String group) {
        return catalogue.group(group).entries().stream().map(Entry::name).toList();
    }

    @Override
    LayerGroups self() {
        return this;
    }
}
