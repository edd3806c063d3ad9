package nacre.kernel.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import nacre.display.Display;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What a cell does when all goes well, and what stays when it does not.
class ShellTest {
    private static final String HALT =
            "java.lang.invoke.MethodHandles.lookup().findVirtual(Runtime.class, \"halt\","
                    + " java.lang.invoke.MethodType.methodType(void.class, int.class))";

    private static Notebook notebook;

    @BeforeAll
    static void open() {
        notebook = new Notebook();
    }

    @AfterAll
    static void close() {
        notebook.close();
    }

    @Test
    void theLastExpressionIsTheValue() {
        assertEquals("3", notebook.value("int x = 1; x += 1;\nx + 1"));
    }

    @Test
    void aSemicolonHidesTheValue() {
        assertEquals("(nothing)", notebook.value("1 + 1; // quietly"));
    }

    @Test
    void aMissingLastSemicolonIsNoMistake() {
        assertEquals("(nothing)", notebook.value("int unfinished = 1"));
        assertEquals("1", notebook.value("unfinished // loudly"));
    }

    @Test
    void anElseMayComeAfterPagesOfComments() {
        String comments = "// still to be decided\n".repeat(100);
        assertEquals(
                "2",
                notebook.value(
                        "int way = 0;\nif (way == 1) way = 1;\n"
                                + comments
                                + "else way = 2;\nway"));
    }

    @Test
    void aValueStaysTheObjectItIs() {
        var options = ShellOptions.of(List.of()).renderer(value -> Display.of(value.getClass()));
        try (var other = new Notebook(options)) {
            assertEquals("class java.util.ArrayList", other.value("new ArrayList<String>()"));
        }
    }

    @Test
    void arraysAreShownByTheirElements() {
        assertEquals("[[1, 2],\n [3]]", notebook.value("new int[][] {{1, 2}, {3}}"));
    }

    @Test
    void theResultOfACellIsAtHandByItsNumber() {
        try (var fresh = new Notebook()) {
            fresh.run("\"one\".length()");
            fresh.run("List.of(4, 5)");
            assertEquals("8", fresh.value("_1 + _2.get(1)"));
        }
    }

    @Test
    void aSealedInterfaceMayNameRecordsThatFollow() {
        assertEquals(
                "Circle[r=1.0]",
                notebook.value(
                        """
                        sealed interface Shape permits Circle, Dot {}
                        record Circle(double r) implements Shape {}
                        record Dot() implements Shape {}
                        Shape shape = new Circle(1);
                        shape"""));
    }

    @Test
    void aMethodMayCallOneThatFollows() {
        assertEquals(
                "7",
                notebook.value(
                        "int f() { return g() + 1; }\nint v = f();\nint g() { return 6; }\nv"));
    }

    @Test
    void enumsGenericsAndStaticImportsWork() {
        assertEquals(
                "[RED, RED] 4.0",
                notebook.value(
                        """
                        import static java.lang.Math.sqrt;
                        enum Color { RED, GREEN }
                        <T> List<T> twice(T t) { return List.of(t, t); }
                        twice(Color.RED) + " " + sqrt(16)"""));
    }

    /// Nobody can write the types of these variables, nor can javac read them from a class.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "var it = List.of(1, \"a\");                           | for (var each : it) System.out.print(each);              | 1a",
                "var it = List.of(1, 2.5);                             | it.stream().mapToDouble(n -> n.doubleValue()).sum()     | 3.5",
                "final var it = new ArrayList<>(List.of(1, \"a\"));      | it.add(2.5); it                                         | [1, a, 2.5]",
                "var it = Map.of(\"n\", 1, \"s\", \"a\");                   | it.get(\"n\")                                           | 1",
                "var it = Stream.of(1, \"a\").toList();                  | for (Object each : it) System.out.print(each);          | 1a",
                "var it = 1 > 0 ? 1 : \"a\";                            | it + \"!\"                                              | 1!",
                "var it = 1 > 0 ? new StringBuilder(\"a\") : \"b\";       | it.length()                                             | 1",
                "var it = List.of(new Sheep(2), new Cow(3));           | int legs = 0; for (var one : it) legs += one.legs; legs | 5",
                "var it = List.of(String.class, Integer.class);        | it.getFirst().getSimpleName()                           | String",
            })
    void aVariableOfATypeWithoutANameCanBeUsed(String declaration, String use, String result) {
        try (var fresh = new Notebook()) {
            fresh.run("class Animal { int legs; Animal(int legs) { this.legs = legs; } }");
            for (String each : List.of("Sheep", "Cow")) {
                fresh.run(
                        "class %1$s extends Animal implements Comparable<%1$s> { %1$s(int legs) { super(legs); } public int compareTo(%1$s o) { return 0; } }"
                                .formatted(each));
            }
            fresh.run(declaration);
            Notebook.Cell cell = fresh.run(use);
            assertEquals(result, cell.out.isEmpty() ? cell.value() : cell.out.toString());
            assertEquals("", cell.err.toString());
        }
    }

    @Test
    void aMethodCanBeReplaced() {
        notebook.run("int level() { return 1; }\nint twiceLevel() { return 2 * level(); }");
        notebook.run("int level() { return 5; }");
        assertEquals("10", notebook.value("twiceLevel()"));
    }

    @Test
    void aReplacedClassSaysWhichVariablesItEmpties() {
        notebook.run("record Old(int a) {}\nOld old = new Old(1);");
        var cell = notebook.run("record Old(int a) { int twice() { return 2 * a; } }");
        assertEquals(
                "The variable old was made with the old Old and is empty now; run its cell again.",
                cell.shown.peek());
        assertEquals("", cell.err.toString());
    }

    @Test
    void aCellWithAMistakeAtItsEndDoesNothing() {
        notebook.run("int before = 5;");
        var cell =
                notebook.run(
                        "System.out.println(\"early\");\nint before = 6;\nint after = 7;\nint n = \"text\";");
        assertInstanceOf(CellResult.Failure.class, cell.result);
        assertEquals("", cell.out.toString());
        assertEquals("5", notebook.value("before"));
        assertEquals("There is no variable `after`.", notebook.error("after").message());
    }

    @Test
    void aVariableWhoseCellThrowsKeepsItsValue() {
        notebook.run("int safe = 5;");
        notebook.error("int safe = 1 / 0;");
        assertEquals("5", notebook.value("safe"));
    }

    @Test
    void aProgramWithMainIsToldHowToRun() {
        var cell =
                notebook.run("public class Hello { public static void main(String[] args) { } }");
        assertTrue(
                cell.shown.toString().contains("call Hello.main(new String[0]);"),
                () -> "" + cell.shown);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "int n = 2; if (n > 3); { n = 5; } | The ; behind if (…) ends it",
                "int n = 2; n =+ 3; | += counts with the old one",
                "var n = 7 // 2; | // begins a comment",
                "7 // 2 | // begins a comment",
                "class Dog { int age; Dog(int age) { age = age; } } | the field is this.age"
            })
    void whatIsHardlyMeantIsRemarked(String cell, String remark) {
        assertTrue(notebook.run(cell).shown.toString().contains(remark), cell);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "int n = 2; do { n++; } while (n < 3); { n = 5; }",
                "int n =-3; n = +3; int m =- 3;",
                "int n = 7; // 2;",
                "int n =- 3;",
                "int n = 7; // n = 14 // 2;",
                "String t = \"\"\"\n    n = 7 // 2;\n    \"\"\";",
                "7 // 7",
                "class Dog { int age; Dog(int age) { this.age = age; } }",
                "1 + 1 // 2"
            })
    void whatIsMeantIsNotRemarked(String cell) {
        assertEquals("[]", notebook.run(cell).shown.toString());
    }

    @Test
    void parametersOfACellsClassesKeepTheirNames() {
        assertEquals(
                "units",
                notebook.value(
                        "class Layer { Layer(int units) {} }\n"
                                + "Layer.class.getDeclaredConstructors()[0].getParameters()[0].getName()"));
    }

    @Test
    void exitIsRefused() {
        assertEquals("ExitRefused", notebook.error("System.exit(0);").name());
        assertEquals("ExitRefused", notebook.error("Runtime.getRuntime().halt(0);").name());
        assertEquals("2", notebook.value("1 + 1"));
    }

    @Test
    void exitIsRefusedHoweverItIsReached() {
        for (String code :
                List.of(
                        "System.class.getMethod(\"exit\", int.class).invoke(null, 3)",
                        HALT + ".invoke(Runtime.getRuntime(), 3)",
                        HALT + ".bindTo(Runtime.getRuntime()).invokeWithArguments(3)",
                        "com.sun.tools.javac.Main.main(new String[] {\"-version\"})")) {
            assertEquals("ExitRefused", notebook.error(code + ";").name(), code);
        }
        assertEquals("2", notebook.value("1 + 1"));
    }

    @Test
    void exitIsRefusedOnThreadsThatAreNotTheCells() throws InterruptedException {
        String exit = "System.class.getMethod(\"exit\", int.class).invoke(null, 3);";
        notebook.run("var told = new LinkedBlockingQueue<Throwable>();");
        notebook.run(
                "class Leave implements Runnable { public void run() { try { %s } catch (Throwable e) { told.add(e.getCause() == null ? e : e.getCause()); } } }"
                        .formatted(exit));
        for (String start :
                List.of(
                        "Thread.ofVirtual().start(new Leave())",
                        "ForkJoinPool.commonPool().execute(new Leave())",
                        "new Timer(true).schedule(new TimerTask() { public void run() { new Leave().run(); } }, 0)",
                        "java.lang.ref.Cleaner.create().register(new Object(), new Leave()).clean()")) {
            assertEquals(
                    "ExitRefused",
                    notebook.value(start + ";\ntold.take().getClass().getSimpleName()"),
                    start);
        }
    }

    @Test
    void anExpressionTooDeepForTheCompilerIsSurvived() {
        var result = notebook.run("1" + " + 1".repeat(300_000)).result;
        assertInstanceOf(CellResult.Failure.class, result);
        assertEquals("2", notebook.value("1 + 1"));
    }

    @Test
    void outOfMemoryIsSurvived() {
        assertEquals("OutOfMemoryError", notebook.error("new long[Integer.MAX_VALUE - 8]").name());
        assertEquals("2", notebook.value("1 + 1"));
    }

    @Test
    @Timeout(30)
    void aLongPageOfCommentsTakesNoTime() {
        String comments = "// nothing\n".repeat(30_000);
        assertEquals("2", notebook.value(comments + "1 + 1"));
        assertEquals("3", notebook.value("/*" + comments + "*/ 1 + 2"));
    }

    @Test
    void manyThreadsLeftBehindDoNoHarm() {
        notebook.run(
                "for (int i = 0; i < 1_000; i++) Thread.ofVirtual().start(() -> { try { Thread.sleep(60_000); } catch (InterruptedException e) {} });");
        assertEquals("2", notebook.value("1 + 1"));
    }
}
