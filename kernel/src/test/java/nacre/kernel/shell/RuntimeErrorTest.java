package nacre.kernel.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

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
    void aStackThatIsDumpedHasOnlyTheLinesOfCells() {
        notebook.run("void where() {\n    Thread.dumpStack();\n}");
        int number = notebook.next();
        assertEquals(
                """
                StackTrace
                    at Cell [%d], line 2
                    at Cell [%d], line 1
                """
                        .formatted(number - 1, number),
                notebook.run("where();").err.toString());
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
                Caused by IllegalArgumentException: inner""",
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
        assertTrue(notebook.told("List.of(1).get(3)").contains("here is only place 0."));
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
        assertEquals("`s` is `null`: there is no object to call `length()` on.", error.message());
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
        assertHint("String none = null; none.length()", "`if (none != null)`");
        assertHint("1 / 0", "cannot be divided by 0");
        assertHint("(Integer) (Object) \"a\"", "`if (x instanceof Integer i)");
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
            assertTrue(fresh.told("s.length()").contains("`if (s != null)`"));
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

    static Stream<Arguments> failures() {
        return Stream.of(
                // null, wherever it comes from
                Arguments.of(
                        "void say(String s) { s.strip(); }\nsay(null);",
                        "`s` is `null`: there is no object to call `strip()` on."),
                Arguments.of(
                        "class P { P next() { return null; } String name; }\nnew P().next().name",
                        "What `P.next()` gives is `null`: there is no object with a `name`."),
                Arguments.of("int n = (Integer) null;", "A value here is `null`"),
                Arguments.of(
                        "for (Integer i : Arrays.asList(1, null)) { int n = i; }",
                        "`i` is `null`: there is no int in it."),
                Arguments.of("String[] s = new String[2]; s[1].length()", "`s[1] = …;`"),
                Arguments.of("int[] q = null; q[0] = 1;", "`q` is `null`: there is no array."),
                Arguments.of(
                        "Map<String, Integer> m = Map.of(); int n = m.get(\"a\");",
                        "`getOrDefault(key, 0)`"),
                Arguments.of("List.of(1, null)", "`List.of(…)` has met a `null`."),
                Arguments.of("new TreeMap<String, Integer>().put(null, 1)", "`TreeMap.put(…)`"),
                Arguments.of("new Scanner((String) null)", "`new Scanner(…)` has met"),
                Arguments.of(
                        "String s = null; switch (s) { case \"a\" -> {} default -> {} }",
                        "A value here is `null`.\n"),
                Arguments.of("Objects.requireNonNull(null, \"no name\")", "tion: no name\n"),
                // casts, and what has no order
                Arguments.of("(Integer) (Object) \"a\"", "This is a String, not an Integer."),
                Arguments.of("(int[]) (Object) new double[1]", "a double[], not an int[]."),
                Arguments.of("Object o = 1; (Double) o", "`((Number) x).doubleValue()`"),
                Arguments.of(
                        "class Dog {}\nObject o = 1; (Dog) o", "`if (x instanceof Dog d) { … }`"),
                Arguments.of(
                        "class Book {}\nnew TreeSet<Book>().add(new Book())",
                        "Objects of Book have no order."),
                Arguments.of("Object[] o = new String[1]; o[0] = 1;", "the array takes no Integer"),
                // places and parts
                Arguments.of("new ArrayList<>(List.of(1)).add(5, 2)", "only place 0"),
                Arguments.of("new ArrayList<>(List.of(1, 2)).add(5, 2)", "from 0 to 2."),
                Arguments.of("\"abc\".charAt(-1)", "`length() - 1`"),
                Arguments.of("\"hello\".substring(6)", "there is no part from 6 to 5"),
                Arguments.of("List.of(1).subList(0, 3)", "the end neither before it"),
                Arguments.of("Arrays.copyOfRange(new int[9], 4, 2)", "the end neither before it"),
                // numbers
                Arguments.of("Integer.parseInt(\"\")", "The text is empty."),
                Arguments.of("Integer.parseInt(\"3.5\")", "`Double.parseDouble(…)`"),
                Arguments.of("Double.parseDouble(\"3,5\")", "has a point"),
                Arguments.of("Integer.parseInt(\" 3\")", "`text.strip()`"),
                Arguments.of("Integer.parseInt(\"99999999999\")", "`Long.parseLong(…)`"),
                Arguments.of(
                        "java.math.BigDecimal.ONE.divide(java.math.BigDecimal.valueOf(3))",
                        "`a.divide(b, 10,"),
                Arguments.of("Math.addExact(Integer.MAX_VALUE, 1)", "a long holds more"),
                // formats
                Arguments.of("\"%d\".formatted(1.5)", "`%d` cannot show a Double"),
                Arguments.of("\"%s %s\".formatted(1)", "there is no value for `%s`"),
                Arguments.of("\"100%\\n\".formatted()", "`%%` is the percent sign"),
                Arguments.of("\"%.2d\".formatted(1)", "`%.2f`"),
                Arguments.of("\"%-d\".formatted(1)", "`%-10s`"),
                // nothing there
                Arguments.of("Optional.empty().get()", "`orElse(…)`"),
                Arguments.of("new Stack<Integer>().pop()", "nothing more to take"),
                Arguments.of("new Scanner(\"\").nextLine()", "`hasNextLine()`"),
                Arguments.of("new Scanner(\"a\").nextInt()", "`hasNextInt()`"),
                Arguments.of(
                        "Pattern.compile(\"a\").matcher(\"b\").group()", "`if (matcher.find())"),
                // collections
                Arguments.of("Map.of(1, 2).put(3, 4)", "`new HashMap<>(…)`"),
                Arguments.of("Arrays.asList(1).add(2)", "`new ArrayList<>(…)`"),
                Arguments.of(
                        "Stream.of(1, 1).collect(Collectors.toMap(x -> x, x -> x))",
                        "`toMap(key, value, (a, b) -> b)`"),
                // texts of a form
                Arguments.of("\"a*b\".split(\"*\")", "with `\\\\` before it"),
                Arguments.of("\"a\".replaceAll(\"a\", \"$1\")", "`\\\\$`"),
                Arguments.of("java.time.LocalDate.parse(\"24.12.2025\")", "`2025-12-24`"),
                Arguments.of("Thread.State.valueOf(\"new\")", "`State.values()`"),
                // files
                Arguments.of("Files.readString(Path.of(\"nowhere\"))", "The folder is /"),
                Arguments.of("new FileReader(\"pom.xlm\")", "Did you mean `pom.xml`?"),
                Arguments.of("Files.createDirectory(Path.of(\"/tmp\"))", "/tmp is there already"),
                Arguments.of("Class.forName(\"org.h2.Driver\")", "`%maven group"),
                // too much
                Arguments.of("new int[Integer.MAX_VALUE]", "2,147,483,645 places at most"),
                Arguments.of(
                        "var pool = Executors.newCachedThreadPool(); pool.shutdown(); pool.submit(() -> 1);",
                        "RejectedExecutionException: the pool is shut down"));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void aFailureIsToldInALearnersWords(String code, String words) {
        String told = notebook.told(code);
        assertTrue(told.contains(words), told);
    }

    static Stream<String> own() {
        return Stream.of(
                "throw new java.util.NoSuchElementException(\"no more\");",
                "throw new NumberFormatException(\"mine\");",
                "throw new UnsupportedOperationException(\"not yet\");",
                "throw new IllegalStateException(\"No match found\");");
    }

    @ParameterizedTest
    @MethodSource("own")
    void whatALearnerThrowsNeedsNoHint(String code) {
        assertEquals(3, notebook.error(code).traceback().size());
    }

    @Test
    void whatALearnerSaysStays() {
        for (String said :
                List.of(
                        "NullPointerException(\"Cannot open it\")",
                        "ClassCastException(\"class [x cannot be cast to class y.\")",
                        "IndexOutOfBoundsException(\"Index 1 out of bounds for length 99999999999\")",
                        "java.nio.file.NoSuchFileException(\"a\\0b\")",
                        "ExceptionInInitializerError(\"mine\")")) {
            assertEquals(
                    "Cell [%d], line 1".formatted(notebook.next()),
                    notebook.error("throw new " + said + ";").traceback().get(1));
        }
        assertEquals(
                "Cannot open it",
                notebook.error("throw new NullPointerException(\"Cannot open it\");").message());
    }

    @Test
    void whatFailedElsewhereIsToldOnceWithItsHint() {
        assertEquals(
                """
                ExecutionException: what was called has failed
                Cell [1], line 1
                    CompletableFuture.supplyAsync(() -> 1 / 0).get()
                Caused by ArithmeticException: / by zero
                Cell [1], line 1, in a lambda
                    CompletableFuture.supplyAsync(() -> 1 / 0).get()
                A whole number cannot be divided by 0; with `1.0 / 0` it is Infinity.
                %trace shows the whole way through the libraries.""",
                notebook.told("CompletableFuture.supplyAsync(() -> 1 / 0).get()"));
    }

    @Test
    void whatFailsOnTheWayOutIsToldToo() {
        String told =
                notebook.told(
                        """
                        class Closer implements AutoCloseable {
                            public void close() throws IOException { throw new IOException("not closed"); }
                        }
                        try (var file = new Closer()) { throw new IllegalStateException("broken"); }""");
        assertTrue(told.startsWith("IllegalStateException: broken"), told);
        assertTrue(told.contains("And then IOException: not closed\nCell [1], line 2"), told);
    }

    @Test
    void aClassThatCouldNotBeSetUpSaysWhy() {
        notebook.run("class Bad { static int n = Integer.parseInt(\"x\"); }");
        String first = notebook.told("Bad.n");
        assertTrue(first.contains("Cell [1], line 1, in the static part of Bad"), first);
        String second = notebook.told("Bad.n");
        assertTrue(second.contains("Bad could not be set up when it was first used"), second);
        assertTrue(second.contains("NumberFormatException: For input string"), second);
        assertFalse(second.contains("[in thread"), second);
    }

    @Test
    void whatJavacMakesHasNoLineAndNoNumber() {
        notebook.run("enum Hue { RED }");
        String told = notebook.told("Hue.valueOf(\"red\")");
        assertFalse(told.contains("Cell [1]"), told);
        String unnamed = notebook.told("new Object() { void go() { throw new Error(); } }.go();");
        assertTrue(unnamed.contains("line 1, in go()"), unnamed);
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
