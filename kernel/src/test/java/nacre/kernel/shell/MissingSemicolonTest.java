package nacre.kernel.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Lines that end without a semicolon, as they do in Python.
class MissingSemicolonTest {
    private static Notebook notebook;

    @BeforeAll
    static void open() {
        notebook = new Notebook();
    }

    @AfterAll
    static void close() {
        notebook.close();
    }

    static Stream<Arguments> cells() {
        return Stream.of(
                Arguments.of("int a = 1\nint b = a + 1\na + b", "3"),
                Arguments.of("var list = new ArrayList<Integer>()\nlist.add(3)\nlist", "[3]"),
                Arguments.of("import java.util.List\nimport java.util.Map\nint q = 5\nq", "5"),
                Arguments.of("String t = \"a\" +\n  \"b\"\nt.length()", "2"),
                Arguments.of(
                        "var s = Stream.of(1, 2)\n    .map(i -> i + 1)\n    .toList()\ns",
                        "[2, 3]"),
                Arguments.of("int n = 0\nfor (int i = 0; i < 3; i++)\n    n += i\nn", "3"),
                Arguments.of("int m = 1 // one; two\nint k = 2\nm + k", "3"),
                Arguments.of(
                        "@FunctionalInterface\ninterface F { int of(int x); }\nF g = x -> x + 1\ng.of(3)",
                        "4"),
                Arguments.of("record R(int x) {}\nvar r = new R(3)\nr.x()", "3"),
                Arguments.of("int f(int x) {\n    return x;\n}\nint y = f(2)\ny", "2"));
    }

    @ParameterizedTest
    @MethodSource("cells")
    void aSemicolonMayBeMissingAtTheEndOfAnyLine(String code, String value) {
        assertEquals(value, notebook.value(code));
    }

    @Test
    void whatIsWrongBesidesIsToldAtItsOwnLine() {
        String told = notebook.told("int a = 1\nint b = nothing\na");
        assertTrue(told.contains("line 2\n    int b = nothing\n            ^^^^^^^"), told);
    }

    @Test
    void insideAMethodItIsAMistake() {
        String told = notebook.told("int f() {\n    return 1\n}\nf()");
        assertTrue(told.contains("line 2\n    " + "    return 1\n"), told);
        assertTrue(told.contains("Java expects `;` here."), told);
    }
}
