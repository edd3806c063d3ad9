package nacre.plot;

import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.function.DoubleBinaryOperator;
import java.util.function.UnaryOperator;

/// What a classifier says of every place in the plane, as a coloured ground for points.
///
/// It is asked at the crossings of a net; between them its answers are interpolated, so that the
/// border is a fine line though few places were asked.
final class Decision {
    private static final int ACROSS = 160;
    private static final int UP = 120;
    private static final int FINER = 6;
    private static final int LINE = 2;
    private static final double STRONGEST = 0.45;

    /// Rows of (x, y) in, rows of one probability per class out.
    private final UnaryOperator<double[][]> classifier;

    private Decision(UnaryOperator<double[][]> classifier) {
        this.classifier = classifier;
    }

    /// From a function that gives the probability of class 1.
    static Decision of(DoubleBinaryOperator probability) {
        return of(
                rows -> {
                    var out = new double[rows.length][];
                    for (int i = 0; i < rows.length; i++) {
                        double p = probability.applyAsDouble(rows[i][0], rows[i][1]);
                        out[i] = new double[] {p};
                    }
                    return out;
                });
    }

    /// From a model: one column is the probability of class 1, several are one for each class.
    static Decision of(UnaryOperator<double[][]> model) {
        return new Decision(
                rows -> {
                    double[][] out = model.apply(rows);
                    for (int i = 0; i < out.length; i++) {
                        double p = out[i][0];
                        out[i] = out[i].length > 1 ? out[i] : new double[] {1 - p, p};
                    }
                    return out;
                });
    }

    BufferedImage paint(Rectangle2D area) {
        double[][] net = classifier.apply(net(area));
        int width = (ACROSS - 1) * FINER;
        int height = (UP - 1) * FINER;
        var winners = new int[height][width];
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var here = new double[net[0].length];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                between(net, (double) x / FINER, (double) y / FINER, here);
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

    private static void between(double[][] net, double x, double y, double[] out) {
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

    String describe(double[][] points, int[] classes, Rectangle2D area) {
        double[][] answers = classifier.apply(points);
        int right = 0;
        for (int i = 0; i < points.length; i++) {
            right += winner(answers[i]) == classes[i] ? 1 : 0;
        }
        double[][] net = classifier.apply(net(area));
        var shares = new int[net[0].length];
        for (double[] place : net) {
            shares[winner(place)]++;
        }
        var text = new StringBuilder("The decision puts %d of %d points into their class"
                .formatted(right, points.length));
        for (int c = 0; c < shares.length; c++) {
            text.append(c == 0 ? "; of the plane, " : c < shares.length - 1 ? ", " : " and ");
            text.append(Math.round(100.0 * shares[c] / net.length)).append(" % go to class ");
            text.append(c);
        }
        return text.append('.').toString();
    }
}
