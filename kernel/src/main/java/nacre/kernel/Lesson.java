package nacre.kernel;

import java.util.List;

/// The cells of the rehearsal: a bit of everything that lessons do in Java.
final class Lesson {
    static final List<String> CELLS =
            List.of(
                    "1 + 1",
                    "int x = 3; x * 2",
                    "String name = \"Nacre\"; System.out.println(\"hello, \" + name);",
                    "for (int i = 0; i < 100; i++) { System.out.println(i); }",
                    "record Point(double x, double y) { double norm() { return Math.hypot(x, y); } }",
                    "var points = List.of(new Point(3, 4), new Point(1, 1));",
                    "points.stream().mapToDouble(Point::norm).sum()",
                    "int square(int n) { return n * n; }",
                    "square(7)",
                    "class Counter { int n; int next() { return ++n; } }",
                    "new Counter().next()",
                    "Map.of(\"a\", 1)",
                    "new int[] {1, 2, 3}",
                    "int[] none = {}; none[1]",
                    "undefined + 1",
                    "Thread.sleep(5); System.err.print(\"\");",
                    "display(\"shown\");");

    private Lesson() {}
}
