package nacre.kernel.runner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nacre.kernel.notebook.Cell;
import nacre.kernel.notebook.Trouble;
import org.junit.jupiter.api.Test;

class ParametersTest {
    private final List<Cell> cells =
            new ArrayList<>(
                    List.of(
                            Cell.code("a", "int x = 1;"),
                            Cell.code(
                                    "b",
                                    "float rate = 0.1f; long seed = 1; String name = \"a\"; var n = 1;",
                                    "parameters"),
                            Cell.code("c", "x + n")));

    @Test
    void valuesGetTheTypeOfTheirDeclaration() {
        var values = new LinkedHashMap<String, String>();
        values.put("rate", "0.5");
        values.put("seed", "7");
        values.put("name", "b \"c\"");
        Parameters.inject(cells, values);
        assertEquals(
                """
                // From the command line
                float rate = 0.5f;
                long seed = 7L;
                String name = "b \\"c\\"";""",
                cells.get(2).source());
    }

    @Test
    void valuesWithoutATypeGetOneThatFits() {
        cells.remove(1); // no cell says their types
        var values = new LinkedHashMap<String, String>();
        values.put("n", "20");
        values.put("big", "12345678901");
        values.put("half", "-.5e3");
        values.put("on", "true");
        values.put("word", "relu");
        Parameters.inject(cells, values);
        assertEquals(
                """
                // From the command line
                int n = 20;
                long big = 12345678901L;
                double half = -.5e3;
                boolean on = true;
                String word = "relu";""",
                cells.getFirst().source());
    }

    @Test
    void theCellOfAnEarlierRunIsTakenOut() {
        Parameters.inject(cells, Map.of("n", "2"));
        Parameters.inject(cells, Map.of("n", "3"));
        assertEquals(4, cells.size());
        assertEquals("// From the command line\nint n = 3;", cells.get(2).source());
        Parameters.inject(cells, Map.of());
        assertEquals(3, cells.size());
    }

    @Test
    void withoutAParametersCellTheyComeFirst() {
        cells.remove(1);
        Parameters.inject(cells, Map.of("n", "2"));
        assertEquals("// From the command line\nint n = 2;", cells.get(0).source());
    }

    @Test
    void aNameThatJavaDoesNotTakeIsRefused() {
        assertThrows(Trouble.class, () -> Parameters.inject(cells, Map.of("learning-rate", "1")));
    }

    @Test
    void aMistypedNameIsRefusedWithThoseThereAre() {
        var told =
                assertThrows(Trouble.class, () -> Parameters.inject(cells, Map.of("rat", "0.5")));
        assertEquals(
                "-p rat: the notebook has no such parameter; it has rate, seed, name, n.",
                told.getMessage());
    }

    @Test
    void aValueOfAnotherTypeIsRefused() {
        var told =
                assertThrows(Trouble.class, () -> Parameters.inject(cells, Map.of("seed", "abc")));
        assertEquals("-p seed=abc: seed is of type long.", told.getMessage());
    }
}
