package nacre.kernel.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What a learner is told of an exception.
class RuntimeErrorTest {
    private Notebook notebook;

    @BeforeEach
    void open() {
        notebook = new Notebook();
    }

    @AfterEach
    void close() {
        notebook.close();
    }

    @Test
    void onlyTheLearnersFramesAreShown() {
        notebook.run("int divide(int a, int b) {\n    return a / b;\n}");
        assertEquals(
                """
                ArithmeticException: / by zero
                Cell [1], line 2, in divide()
                        return a / b;
                Cell [2], line 2
                    int q = divide(p, 0);
                A whole number cannot be divided by 0; with `1.0 / 0` it is Infinity.""",
                notebook.told("int p = 1;\nint q = divide(p, 0);"));
    }

    @Test
    void aTraceThatACellPrintsTellsItsLines() {
        notebook.run(
                """
                class Broke extends Exception { Broke(Exception why) { super("broke", why); } }
                int divide(int a, int b) throws Broke {
                    try { return a / b; } catch (ArithmeticException e) { throw new Broke(e); }
                }""");
        String trace =
                """
                Broke: broke
                    at Cell [1], line 3
                    at Cell [2], line 1
                Caused by: ArithmeticException: / by zero
                    at Cell [1], line 3
                    at Cell [2], line 1
                """;
        var cell =
                notebook.run(
                        "try { divide(1, 0); } catch (Broke e) { e.printStackTrace(); e.printStackTrace(System.out); var text = new StringWriter(); e.printStackTrace(new PrintWriter(text)); System.out.print(text); }");
        assertEquals(trace, cell.err.toString());
        assertEquals(trace + trace, cell.out.toString());
    }

    @Test
    void anExceptionMayHaveATraceOfItsOwn() {
        notebook.run(
                "class Quiet extends Exception { @Override public void printStackTrace() { System.out.print(\"hush\"); } }");
        var cell = notebook.run("new Quiet().printStackTrace();");
        assertEquals("hush", cell.out + cell.err.toString());
    }

    @Test
    void aVariableOfACellIsOneFrame() {
        assertEquals(
                """
                NumberFormatException: For input string: "x"
                Cell [1], line 1
                    var n = Integer.parseInt("x");
                The text is not a number as Java writes it: `12`, `-3.5`.
                %trace shows the whole way through the libraries.""",
                notebook.told("var n = Integer.parseInt(\"x\");"));
    }

    @Test
    void causesFollow() {
        assertEquals(
                """
                RuntimeException: outer
                Cell [1], line 1
                    throw new RuntimeException("outer", new IllegalArgumentException("inner"));
                Caused by IllegalArgumentException: inner
                Cell [1], line 1
                    throw new RuntimeException("outer", new IllegalArgumentException("inner"));""",
                notebook.told(
                        "throw new RuntimeException(\"outer\", new IllegalArgumentException(\"inner\"));"));
    }

    @Test
    void aCauseThatIsQuotedIsNotToldTwice() {
        String told =
                notebook.told(
                        "throw new RuntimeException(\"outer: inner\", new IllegalArgumentException(\"inner\"));");
        assertFalse(told.contains("Caused by"), told);
    }

    @Test
    void whatBeginnersMeetHasAHint() {
        assertTrue(notebook.told("List.of(1).get(3)").contains("here from 0 to 0."));
        assertTrue(
                notebook.told("new LinkedList<>(List.of(1, 2)).get(2)")
                        .contains("here from 0 to 1."));
        assertTrue(notebook.told("\"%d\".formatted(1.5)").contains("`%.2f` for a double"));
        assertTrue(
                notebook.told("var used = Stream.of(1); used.toList(); used.toList()")
                        .contains("A stream can be used once"));
    }

    @Test
    void aStackOverflowIsFolded() {
        var error = notebook.error("int f(int n) { return f(n + 1) + 1; }\nf(0)");
        assertEquals("StackOverflowError", error.name());
        assertTrue(error.traceback().size() < 10, () -> "" + error.traceback());
        assertTrue(((String) error.card().data().get("text/html")).length() < 5_000);
    }

    @Test
    void aCauseThatSaysTheSameIsLeftOut() {
        var error =
                notebook.error(
                        "throw new UncheckedIOException(\"no such file\", new IOException(\"no such file\"));");
        assertFalse(error.traceback().toString().contains("Caused by"));
    }

    @Test
    void messagesNameNoneOfTheKernelsOwnClasses() {
        var error = notebook.error("String s = null; s.length()");
        assertEquals("Cannot invoke \"String.length()\" because \"s\" is null", error.message());
        assertFalse(error.card().data().toString().contains("nacre.kernel"));
    }

    @Test
    void anExceptionOfTheLearnersOwnHasItsName() {
        assertEquals(
                "TooSmall",
                notebook.error("class TooSmall extends RuntimeException {}\nthrow new TooSmall();")
                        .name());
    }

    @Test
    void aBrokenGetMessageIsSurvived() {
        var error =
                notebook.error(
                        "class Bad extends RuntimeException { public String getMessage() { throw new RuntimeException(); } }\nthrow new Bad();");
        assertEquals("(its getMessage() failed with RuntimeException)", error.message());
    }

    @Test
    void aBrokenToStringIsSaidInPlaceOfTheValue() {
        String value =
                notebook.value(
                        "record Bad() { public String toString() { throw new IllegalStateException(\"no text\"); } }\nnew Bad()");
        assertTrue(value.contains("IllegalStateException: no text"), value);
    }

    @Test
    void aRendererThatFailsIsAnErrorOfTheCell() {
        var options =
                ShellOptions.of(java.util.List.of())
                        .renderer(
                                value -> {
                                    throw new IllegalStateException("no picture");
                                });
        try (var other = new Notebook(options)) {
            assertEquals("no picture", other.error("1 + 1").message());
        }
    }

    @Test
    void linesOfALoopAreTheCellsLines() {
        var error =
                notebook.error(
                        "int total = 0;\nfor (int i = 0; i < 3; i++) {\n    total += i;\n    if (i == 2) throw new IllegalStateException();\n}");
        assertEquals("Cell [1], line 4", error.traceback().get(1));
    }

    @Test
    void anExceptionWithoutANameHasThatOfWhatItExtends() {
        assertEquals("IOException", notebook.error("throw new java.io.IOException() { };").name());
    }

    @Test
    void anExceptionWhoseOwnMethodsFailIsStillToldOf() {
        for (String method :
                List.of(
                        "Throwable getCause() { throw new Error(); }",
                        "StackTraceElement[] getStackTrace() { throw new Error(); }",
                        "StackTraceElement[] getStackTrace() { return null; }",
                        "String toString() { throw new Error(); }")) {
            CellError error =
                    notebook.error(
                            "throw new RuntimeException(\"mine\") { public %s };"
                                    .formatted(method));
            assertEquals("RuntimeException: mine", error.name() + ": " + error.message(), method);
        }
    }

    @Test
    void whatTheJdkSaysBrieflyIsExplained() {
        assertHint("int[] xs = new int[3]; xs[3]", "from 0 to 2");
        assertHint("new ArrayList<Integer>().get(0)", "It is empty");
        assertHint("\"abc\".charAt(5)", "from 0 to 2");
        assertHint("List.of(1).add(2)", "`new ArrayList<>(…)`");
        assertHint("Integer.parseInt(\"x\")", "not a number");
        assertHint("new int[3][-1]", "An array has 0 places or more");
        assertHint("int[] ys = {1, 2}; ys[-1]", "the last is `length - 1`");
        assertHint("\"abc\".substring(2, 1)", "the end neither before it");
        assertHint("String none = null; none.length()", "`if (x != null)`");
        assertHint("1 / 0", "cannot be divided by 0");
        assertHint("(Integer) (Object) \"a\"", "`if (x instanceof Integer n)");
        assertHint("new Scanner(\"\").next()", "nothing more to take");
        assertHint(
                "var list = new ArrayList<>(List.of(1, 2, 3)); for (var each : list) list.remove(each);",
                "while a loop went through it");
    }

    @Test
    void whatANewClassHasDoneIsRemembered() {
        try (var fresh = new Notebook()) {
            fresh.run("record Point(int x) {}\nPoint p = new Point(1); Object o = p; String s;");
            fresh.run("record Point(int x, int y) {}");
            String empty = "`p` was made with the old `Point` and is empty now";
            String other = fresh.told("p.x()");
            assertTrue(other.contains(empty), other);
            String old = fresh.told("((Point) o).x()");
            assertTrue(old.contains("made before its class was declared anew"), old);
            assertTrue(fresh.told("s.length()").contains("`if (x != null)`"));
            fresh.run("p = new Point(1, 2);");
            fresh.run("p = null;");
            assertFalse(fresh.told("p.x()").contains(empty));
        }
    }

    @Test
    void whatHasNoNumberIsNotNamedByOne() {
        var hidden = new Notebook.Cell();
        hidden.result = notebook.shell.run("1 / 0", Cell.UNNUMBERED, hidden);
        var failed = assertInstanceOf(CellResult.Failure.class, hidden.result);
        assertEquals("The cell, line 1", failed.error().traceback().get(1).strip());
    }

    private void assertHint(String code, String hint) {
        String told = notebook.told(code);
        assertTrue(told.contains(hint), told);
    }

    /// JShell puts overloads into one class when one of them calls another.
    @Test
    void overloadsThatCallEachOtherAreNamedEachByItsLine() {
        try (var fresh = new Notebook()) {
            fresh.run("int half(String s) {\n    int k = 0;\n    return 1 / k;\n}");
            fresh.run("\n\nint half(int n) {\n    return half(\"\" + n);\n}");
            String told = fresh.error("half(3)").traceback().toString();
            assertTrue(told.contains("Cell [1], line 3"), told);
            assertTrue(told.contains("Cell [2], line 4"), told);
        }
    }
}
