package nacre.plot;

import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleBinaryOperator;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/// What a classifier says of every place in the plane, as a coloured ground for points.
///
/// It is asked at the crossings of a net; between them its answers are interpolated, so that the
/// border is a fine line though few places were asked. It is asked once, when the picture is made:
/// a model that learns on does not change a picture of what it knew before.
final class Decision {
    private static final int ACROSS = 160;
    private static final int UP = 120;
    private static final int FINER = 6;
    private static final int LINE = 2;
    private static final double STRONGEST = 0.45;

    /// Takes rows of (x, y), gives rows of one probability per class.
    interface Classifier extends UnaryOperator<double[][]> {
        /// From a function that gives the probability of class 1.
        static Classifier of(DoubleBinaryOperator probability) {
            return rows ->
                    Arrays.stream(rows)
                            .map(r -> new double[] {probability.applyAsDouble(r[0], r[1])})
                            .toArray(double[][]::new);
        }
    }

    private final double[][] net;
    private final double[][] atPoints;

    Decision(Classifier classifier, double[][] points, Rectangle2D area) {
        net = perClass(classifier.apply(net(area)));
        atPoints = points.length == 0 ? points : perClass(classifier.apply(points));
    }

    /// A single column is the probability of class 1; that of class 0 is the rest.
    private static double[][] perClass(double[][] answers) {
        return Arrays.stream(answers)
                .map(row -> row.length > 1 ? row : new double[] {1 - row[0], row[0]})
                .toArray(double[][]::new);
    }

    BufferedImage paint() {
        int width = (ACROSS - 1) * FINER;
        int height = (UP - 1) * FINER;
        var winners = new int[height][width];
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var here = new double[net[0].length];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                between((double) x / FINER, (double) y / FINER, here);
                int winner = winner(here);
                winners[y][x] = winner;
                boolean border =
                        winners[y][Math.max(0, x - LINE)] != winner
                                || winners[Math.max(0, y - LINE)][x] != winner;
                image.setRGB(x, y, (border ? Theme.SOFT : color(here, winner)).getRGB());
            }
        }
        return image;
    }

    /// The places to ask, row by row from the top.
    private static double[][] net(Rectangle2D area) {
        var places = new double[ACROSS * UP][];
        for (int row = 0; row < UP; row++) {
            for (int column = 0; column < ACROSS; column++) {
                places[row * ACROSS + column] =
                        new double[] {
                            area.getMinX() + area.getWidth() * column / (ACROSS - 1),
                            area.getMaxY() - area.getHeight() * row / (UP - 1)
                        };
            }
        }
        return places;
    }

    private void between(double x, double y, double[] out) {
        int column = (int) x;
        int row = (int) y;
        double right = x - column;
        double down = y - row;
        int corner = row * ACROSS + column;
        for (int c = 0; c < out.length; c++) {
            double above = net[corner][c] * (1 - right) + net[corner + 1][c] * right;
            double below =
                    net[corner + ACROSS][c] * (1 - right) + net[corner + ACROSS + 1][c] * right;
            out[c] = above * (1 - down) + below * down;
        }
    }

    private static int winner(double[] probabilities) {
        int best = 0;
        for (int c = 1; c < probabilities.length; c++) {
            best = probabilities[c] > probabilities[best] ? c : best;
        }
        return best;
    }

    /// White where the classifier only guesses, the colour of its class where it is certain.
    private static Color color(double[] probabilities, int winner) {
        double guess = 1.0 / probabilities.length;
        double certainty = (probabilities[winner] - guess) / (1 - guess);
        return Theme.tint(Theme.series(winner), STRONGEST * (0.25 + 0.75 * certainty));
    }

    String describe(int[] classes) {
        int right = 0;
        for (int i = 0; i < classes.length; i++) {
            right += winner(atPoints[i]) == classes[i] ? 1 : 0;
        }
        var places = new int[net[0].length];
        for (double[] place : net) {
            places[winner(place)]++;
        }
        List<String> shares =
                IntStream.range(0, places.length)
                        .mapToObj(c -> "%d %% to class %d".formatted(percent(places[c]), c))
                        .toList();
        return "The decision puts %d of %d points into their class; of the plane it gives %s."
                .formatted(right, classes.length, Words.list(shares));
    }

    private long percent(int places) {
        return Math.round(100.0 * places / net.length);
    }
}
