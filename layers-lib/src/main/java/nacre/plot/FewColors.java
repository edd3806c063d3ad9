package nacre.plot;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// Paints an image with at most 256 colours: one byte for each pixel, which halves the file.
///
/// Nearly all colours of a chart are steps between two others at the edge of a line. They are put
/// into boxes by *median cut*: the box with most pixels is cut in two across its longest side,
/// until there are 256 of them. In a picture of many colours the length of that side counts as
/// well, so that no rare colour is lost. Each box shows the colour that most of its pixels have, so
/// that the colours of surfaces stay exactly what they are.
final class FewColors {
    private static final int MOST = 256;
    private static final int RGB = 0xFFFFFF;

    /// A colour, and how many pixels have it.
    private record Shade(int color, int pixels) {
        /// Red (16), green (8) or blue (0).
        int part(int shift) {
            return color >> shift & 255;
        }
    }

    /// Shades that are to become one.
    private record Box(List<Shade> shades, long pixels) {
        Box(List<Shade> shades) {
            this(shades, shades.stream().mapToLong(Shade::pixels).sum());
        }

        int commonest() {
            return shades.stream().max(Comparator.comparingInt(Shade::pixels)).orElseThrow().color;
        }

        long weight(boolean many) {
            int side = Math.max(spread(16), Math.max(spread(8), spread(0)));
            return many ? pixels * side * side : pixels;
        }

        int spread(int shift) {
            var parts = shades.stream().mapToInt(s -> s.part(shift)).summaryStatistics();
            return parts.getMax() - parts.getMin();
        }

        List<Box> halves() {
            int longest =
                    IntStream.of(16, 8, 0)
                            .boxed()
                            .max(Comparator.comparingInt(this::spread))
                            .orElseThrow();
            List<Shade> sorted =
                    shades.stream()
                            .sorted(Comparator.comparingInt((Shade s) -> s.part(longest)))
                            .toList();
            int middle = sorted.size() / 2;
            return List.of(
                    new Box(sorted.subList(0, middle)),
                    new Box(sorted.subList(middle, sorted.size())));
        }
    }

    private FewColors() {}

    static BufferedImage of(BufferedImage image, boolean many) {
        int width = image.getWidth();
        int height = image.getHeight();
        int[] pixels = image.getRGB(0, 0, width, height, null, 0, width);
        List<Box> boxes = boxes(pixels, many);
        int[] palette = boxes.stream().mapToInt(Box::commonest).toArray();
        Map<Integer, Integer> places = new HashMap<>();
        for (int i = 0; i < palette.length; i++) {
            for (Shade shade : boxes.get(i).shades()) {
                places.put(shade.color(), i);
            }
        }
        var colors = new IndexColorModel(8, palette.length, palette, 0, false, -1, 0);
        var painted = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_INDEXED, colors);
        int[] indexes = Arrays.stream(pixels).map(p -> places.getOrDefault(p & RGB, 0)).toArray();
        painted.getRaster().setPixels(0, 0, width, height, indexes);
        return painted;
    }

    private static List<Box> boxes(int[] pixels, boolean many) {
        Map<Integer, Integer> counts = new HashMap<>();
        for (int pixel : pixels) {
            counts.merge(pixel & RGB, 1, Integer::sum);
        }
        List<Shade> shades =
                counts.entrySet().stream()
                        .map(e -> new Shade(e.getKey(), e.getValue()))
                        .sorted(Comparator.comparingInt(Shade::color))
                        .toList();
        var boxes = new ArrayList<>(List.of(new Box(shades)));
        while (boxes.size() < Math.min(MOST, shades.size())) {
            Box largest =
                    boxes.stream()
                            .filter(box -> box.shades().size() > 1)
                            .max(Comparator.comparingLong(box -> box.weight(many)))
                            .orElseThrow();
            boxes.remove(largest);
            boxes.addAll(largest.halves());
        }
        return boxes;
    }
}
