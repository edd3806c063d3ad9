package nacre.kernel.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import org.junit.jupiter.api.Test;

/// Sealed types without `permits`.
class SealedTypesTest {
    @Test
    void theTypesOfTheCellAreTheOnesThatAreAllowed() {
        try (var notebook = new Notebook()) {
            assertEquals(
                    "12",
                    notebook.value(
                            """
                            sealed interface Shape {
                                record Dot() implements Shape {}
                            }
                            record Tile(int a) implements Shape {}
                            record Pair<T extends Shape>(T one, T other) {}
                            abstract sealed class Round implements Shape {}
                            final class Disc extends Round implements Comparable<Shape> {
                                public int compareTo(Shape other) { return 0; }
                            }
                            int area(Shape shape) {
                                return switch (shape) {
                                    case Shape.Dot d -> 0;
                                    case Tile t -> t.a() * t.a();
                                    case Disc d -> 3;
                                };
                            }
                            area(new Tile(3)) + area(new Disc()) + area(new Shape.Dot())"""));
        }
    }

    @Test
    void aMistakeInOneIsShownWhereItStands() {
        try (var notebook = new Notebook()) {
            var cell =
                    notebook.run(
                            """
                            sealed interface Shape { default int sides() { return "4"; } }
                            record Tile(int a) implements Shape {}""");
            var failed = assertInstanceOf(CellResult.Failure.class, cell.result);
            String story = String.join("\n", failed.error().traceback());
            assertEquals(
                    "\"4\"".length(),
                    story.lines()
                            .filter(each -> each.contains("^"))
                            .findFirst()
                            .orElseThrow()
                            .strip()
                            .length(),
                    story);
        }
    }
}
