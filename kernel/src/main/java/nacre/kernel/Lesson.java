package nacre.kernel;

import java.util.List;

/// The cells of the rehearsal: a bit of everything that lessons do.
final class Lesson {
    /// Cells that run to their end.
    static final List<String> GOOD =
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
                    "var data = Data.moons(64, 0.1, 1);",
                    """
                    var model = Sequential.of(Input.of(2), new Dense(8).activation("relu"), new Dense(2).activation("softmax"));
                    model.compile("adam", "sparse_categorical_crossentropy", "accuracy");
                    """,
                    "var history = model.fit(data.x(), data.y()).epochs(2).run();",
                    "model.predict(data.x())",
                    "var digits = Data.digits(64, 1);",
                    """
                    var cnn = Sequential.of(Input.of(28, 28, 1), new Conv2D(4, 3).activation("relu"), new MaxPooling2D(2), new Flatten(), new Dropout(0.5), new Dense(10).activation("softmax"));
                    cnn.compile(new Adam(0.01), "sparse_categorical_crossentropy", "accuracy");
                    """,
                    "cnn.fit(digits.x(), digits.y()).epochs(2).verbose(0).run();",
                    "cnn.evaluate(digits.x(), digits.y())",
                    "cnn.summary()",
                    "Plot.scatter(data.x(), data.y())",
                    "display(\"shown\");");

    /// Cells that fail: errors are met in the first minutes.
    static final List<String> BAD = List.of("int[] none = {}; none[1]", "undefined + 1");

    private Lesson() {}
}
