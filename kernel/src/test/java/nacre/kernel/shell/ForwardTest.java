package nacre.kernel.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Own classes that have the name of an imported one, and are named before they are there.
class ForwardTest {
    @Test
    void aSealedTypeAndItsCasesMayHaveTheNamesOfImportedTypes() {
        try (var notebook = new Notebook()) {
            assertEquals(
                    "3",
                    notebook.value(
                            """
                            sealed interface Queue permits Empty, Stack {}
                            record Empty() implements Queue {}
                            record Stack(int top, Queue rest) implements Queue {}
                            int sum(Queue q) {
                                return switch (q) {
                                    case Empty e -> 0;
                                    case Stack s -> s.top() + sum(s.rest());
                                };
                            }
                            sum(new Stack(1, new Stack(2, new Empty())))"""));
        }
    }

    @Test
    void theyMayComeInSeveralCells() {
        try (var notebook = new Notebook()) {
            notebook.run("sealed interface Queue permits Empty, Full {}");
            notebook.run("record Empty() implements Queue {}");
            notebook.run("record Full(int top, Queue rest) implements Queue {}");
            assertEquals("Full[top=1, rest=Empty[]]", notebook.value("new Full(1, new Empty())"));
        }
    }

    @Test
    void classesMayNeedEachOther() {
        try (var notebook = new Notebook()) {
            assertEquals(
                    "7",
                    notebook.value(
                            """
                            class Timer { Bell bell; int k = 7; }
                            class Bell { Timer timer = new Timer(); int f() { return timer.k; } }
                            new Bell().f()"""));
        }
    }

    @Test
    void aMethodMayComeBeforeTheClassThatItMakes() {
        try (var notebook = new Notebook()) {
            assertEquals(
                    "5",
                    notebook.value(
                            """
                            Number twelve(int x) { return new Number(x); }
                            class Number { int x; Number(int x) { this.x = x; } }
                            twelve(5).x"""));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "boolean w = switch (3) { case 3 -> { yield even(3); } default -> true; };",
                "var w = even(3);",
                "for (int i = 0; i < 2; i++) System.out.print(even(i));\nboolean w = false;",
                "Supplier<Boolean> later = () -> even(3);\nboolean w = later.get();"
            })
    void whatRunsMayCallAMethodThatComesBelow(String code) {
        try (var notebook = new Notebook()) {
            notebook.run("import java.util.function.*;");
            String method = "\nboolean even(int n) { return n % 2 == 0; }\nw";
            assertEquals("false", notebook.value(code + method));
        }
    }

    @Test
    void aMistakeAboveAMethodIsStillToldAtItsPlace() {
        try (var notebook = new Notebook()) {
            String told =
                    notebook.told("int w = even(3);\nboolean even(int n) { return n % 2 == 0; }");
            assertTrue(told.contains("Cell [1], line 1"), told);
            assertTrue(told.contains("boolean"), told);
        }
    }

    @Test
    void aMistakeInOneOfThemIsToldAndNothingIsLeft() {
        try (var notebook = new Notebook()) {
            var cell =
                    notebook.run(
                            """
                            sealed interface Queue permits Empty, Stack {}
                            record Empty() implements Queue {}
                            record Stack(int top) implements Queue { int f() { return "a"; } }""");
            var failed = assertInstanceOf(CellResult.Failure.class, cell.result);
            assertTrue(failed.error().message().contains("String"), failed.error().message());
            assertEquals("[]", notebook.value("new Stack<Integer>()"));
        }
    }
}
