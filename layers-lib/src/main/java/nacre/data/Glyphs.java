package nacre.data;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/// How each digit can be written: the ways of the pen in a unit square, x to the right, y down.
final class Glyphs {
    /// What the pen draws without being lifted.
    ///
    /// @param isRound whether the pen goes through the points in a curve or straight from one to
    ///   the next
    /// @param points the points (x, y) in their order
    record Stroke(boolean isRound, double[]... points) {}

    /// One line for each way to write a digit: the digit, then its strokes. `~` begins a curve, `-`
    /// a stroke of straight lines; points are x,y in hundredths.
    private static final List<String> WAYS =
            """
            0 ~ 50,11 32,20 23,50 32,80 50,89 68,80 77,50 68,20 50,11
            0 ~ 56,12 36,16 25,46 33,82 52,88 72,72 74,38 60,13 46,12
            1 - 52,11 50,89
            1 - 36,30 54,11 53,89
            1 - 36,28 52,12 52,88 - 34,88 70,88
            2 ~ 26,30 34,15 54,11 72,22 70,40 50,63 26,87 - 26,87 76,86
            2 ~ 27,27 44,11 68,17 68,38 46,66 28,84 30,90 46,80 60,84 76,88
            3 ~ 27,20 46,11 69,18 67,36 45,47 - 45,47 52,48 ~ 52,48 73,57 74,76 52,89 26,80
            3 - 27,13 70,13 48,42 ~ 48,42 68,48 75,68 60,87 40,89 26,80
            4 - 60,12 22,62 80,62 - 62,34 62,90
            4 - 32,12 26,54 74,54 - 70,18 66,90
            4 - 64,10 24,60 78,58 - 64,10 62,90
            5 - 72,13 35,13 31,46 ~ 31,46 52,39 73,52 73,75 52,89 27,81
            5 - 36,14 32,44 ~ 32,44 56,42 72,60 66,82 46,89 28,82 - 36,14 72,12
            6 ~ 66,12 44,26 30,52 31,76 50,89 69,77 68,58 51,50 32,64
            6 ~ 54,10 36,34 29,66 42,88 64,84 68,64 54,54 36,62
            7 - 24,14 76,14 44,89
            7 - 24,15 75,14 46,88 - 36,50 68,50
            7 ~ 23,22 40,12 74,14 60,42 48,66 45,90
            8 ~ 68,22 50,11 32,22 38,40 60,55 72,73 50,89 28,74 40,55 62,40 68,22
            8 ~ 50,48 33,34 36,16 50,11 65,16 67,34 50,48 30,64 33,83 50,89 68,83 70,64 50,48
            9 ~ 70,30 54,46 34,42 30,24 47,11 67,18 70,32 - 70,32 68,60 58,89
            9 ~ 69,26 52,12 34,20 34,40 52,47 68,34 69,26 71,50 66,78 46,89 32,82
            """
                    .lines()
                    .toList();

    private static final List<List<List<Stroke>>> BY_DIGIT =
            IntStream.range(0, 10).mapToObj(Glyphs::ways).toList();

    private Glyphs() {}

    private static List<List<Stroke>> ways(int digit) {
        return WAYS.stream()
                .filter(way -> way.charAt(0) == '0' + digit)
                .map(Glyphs::strokes)
                .toList();
    }

    /// The strokes of a digit in one of the ways to write it.
    static List<Stroke> someWay(int digit, SplittableRandom random) {
        List<List<Stroke>> ways = BY_DIGIT.get(digit);
        return ways.get(random.nextInt(ways.size()));
    }

    private static List<Stroke> strokes(String way) {
        return Arrays.stream(way.substring(2).split("(?=[~-])"))
                .map(stroke -> new Stroke(stroke.startsWith("~"), points(stroke.substring(2))))
                .toList();
    }

    private static double[][] points(String text) {
        return Arrays.stream(text.trim().split(" "))
                .map(
                        point ->
                                Arrays.stream(point.split(","))
                                        .mapToDouble(number -> Integer.parseInt(number) / 100.0)
                                        .toArray())
                .toArray(double[][]::new);
    }
}
