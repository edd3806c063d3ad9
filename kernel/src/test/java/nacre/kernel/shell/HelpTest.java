package nacre.kernel.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Completion, help, and whether code is whole.
class HelpTest {
    private static Notebook notebook;

    @BeforeAll
    static void open() {
        notebook = new Notebook();
        notebook.run("int number = 41; List<String> words = List.of(\"a\");");
    }

    @AfterAll
    static void close() {
        notebook.close();
    }

    private static List<String> complete(String code) {
        return notebook.shell.complete(code, code.length()).items().stream()
                .map(Completion.Item::text)
                .toList();
    }

    @Test
    void aVariableIsCompleted() {
        assertEquals(List.of("number"), complete("int x = numb"));
    }

    @Test
    void theCompletedTextReplacesTheWord() {
        var completion = notebook.shell.complete("words.isEm", 10);
        assertEquals(6, completion.start());
        assertEquals(10, completion.end());
        assertEquals("isEmpty()", completion.items().getFirst().text());
        assertEquals("function", completion.items().getFirst().kind());
    }

    @Test
    void aMethodComesWithItsSignature() {
        var item = notebook.shell.complete("\"abc\".substr", 12).items().getFirst();
        assertTrue(
                item.signature().contains("String String.substring(int beginIndex"),
                item::signature);
    }

    @Test
    void aVariableOfTheSameCellIsKnown() {
        assertTrue(
                complete("import java.util.*;\nvar fresh = \"abc\";\nint k = 1;\nfresh.trim")
                        .contains("trim()"));
    }

    @Test
    void positionsCountFromTheCellsBegin() {
        String code = "var fresh = \"abc\";\nfresh.trim";
        var completion = notebook.shell.complete(code, code.length());
        assertEquals(code.indexOf("trim"), completion.start());
    }

    @Test
    void aVariableIsExplainedWithTypeAndValue() {
        String text = notebook.shell.inspect("number", 3, 0).orElseThrow().text();
        assertTrue(text.contains("int number = 41"), text);
    }

    @Test
    void aMethodOfTheJdkIsExplainedInItsAuthorsWords() {
        String text = notebook.shell.inspect("\"abc\".strip()", 9, 1).orElseThrow().text();
        assertTrue(text.contains("String String.strip()"), text);
    }

    @Test
    void aLibraryIsExplainedFromItsSources(@TempDir Path folder) throws Exception {
        Files.writeString(
                folder.resolve("Display.java"),
                "package nacre.display;\n\n/// One object as something to look at.\n///\n/// More.\npublic record Display() {}\n");
        var classes = Notebook.library();
        try (var other = new Notebook(ShellOptions.of(List.of(classes)).sources(List.of(folder)))) {
            String text = other.shell.inspect("nacre.display.Display", 21, 0).orElseThrow().text();
            assertTrue(text.endsWith("One object as something to look at."), text);
        }
    }

    @Test
    void aClassOfACellIsNotExplainedByALibrary(@TempDir Path folder) throws Exception {
        Files.writeString(
                folder.resolve("Display.java"),
                "package nacre.display;\n\n/// To look at.\npublic record Display() {}\n");
        var options = ShellOptions.of(List.of(Notebook.library())).sources(List.of(folder));
        try (var other = new Notebook(options)) {
            other.run("record Display(int size) {}");
            String text = other.shell.inspect("Display", 7, 0).orElseThrow().text();
            assertEquals("Display(int size)", text);
        }
    }

    @Test
    void betweenArgumentsTheCallIsExplained() {
        notebook.run("class Box { Box(int width) {} }");
        assertTrue(help("List.of(1, ").contains("List.of(E e1, E e2)"), help("List.of(1, "));
        assertTrue(help("new Box(10, ").contains("Box(int width)"), help("new Box(10, "));
        assertTrue(help("Math.max(nothing").contains("Math.max(int a, int b)"));
        assertEquals(
                "`int number = 41`", help("Math.max(1, number").lines().findFirst().orElseThrow());
    }

    @Test
    void anImportIsExplained() {
        assertTrue(help("import java.util.List").contains("List<E>"));
    }

    @Test
    void openBracesAskForMoreAndIndent() {
        assertEquals(
                new Completeness.Incomplete("        "),
                notebook.shell.isComplete("void f() {\n    for (;;) {"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1 > 0 ? 2 :",
                "int a = 1 > 0 ? 2 : // or\n",
                "java.util.function.IntUnaryOperator f = x ->",
                "@Override",
                "int a = 1; @Deprecated(since = \"1\")\n@SuppressWarnings"
            })
    void whatLacksItsEndIsIncomplete(String code) {
        assertInstanceOf(Completeness.Incomplete.class, notebook.shell.isComplete(code), code);
    }

    @Test
    void aTextThatEndsSoIsComplete() {
        for (String code :
                List.of("\"a ? b :\"", "\"@Override\"", "1 > 0 ? 2 : 3", "// @Override")) {
            assertInstanceOf(Completeness.Complete.class, notebook.shell.isComplete(code), code);
        }
    }

    @Test
    void wholeCodeIsComplete() {
        assertInstanceOf(
                Completeness.Complete.class, notebook.shell.isComplete("int a = 1;\na + 1"));
    }

    @Test
    void nonsenseIsInvalid() {
        assertInstanceOf(Completeness.Invalid.class, notebook.shell.isComplete("int ) 3"));
    }

    @Test
    void completionAnswersWhileACellRuns() throws Exception {
        var running =
                notebook.start("System.out.println(1); Thread.sleep(1_000_000);").untilItPrints();
        assertEquals(List.of("number"), complete("numb"));
        assertTrue(running.thread().isAlive());
        notebook.shell.interrupt();
        running.join();
    }

    private static String signature(String code) {
        return notebook.shell.complete(code, code.length()).items().getFirst().signature();
    }

    @Test
    void aMethodWithoutArgumentsHasASignatureToo() {
        assertEquals("boolean List.isEmpty()", signature("words.isEm"));
    }

    @Test
    void everyMethodOfALongListHasItsSignature() {
        var items = notebook.shell.complete("\"abc\".", 6).items();
        assertTrue(items.size() > 40, () -> "" + items.size());
        for (Completion.Item item : items) {
            assertTrue(
                    item.signature().contains(item.text().replaceAll("\\W.*", "") + "("),
                    item::toString);
        }
    }

    @Test
    void whatEveryObjectHasComesLast() {
        notebook.run("record Point(int x, int y) {} var p = new Point(1, 2);");
        List<String> texts = complete("p.");
        assertTrue(texts.indexOf("y()") < texts.indexOf("wait("), texts::toString);
    }

    @Test
    void whatTheLearnerHasWrittenAboveIsShown() {
        notebook.run(
                "/// Says what a dog says.\nclass Dog {\n    /// Once.\n    void bark() {}\n}\n"
                        + "/** Adds one. */\nint increased(int n) { return n + 1; }");
        assertTrue(help("Dog").contains("Says what a dog says."), help("Dog"));
        assertTrue(help("new Dog().bark").contains("Once."), help("new Dog().bark"));
        assertTrue(help("increased").contains("Adds one."), help("increased"));
    }

    @Test
    void theHelpOnAClassSaysHowObjectsAreMade() {
        assertTrue(help("ArrayList").contains("(int initialCapacity)"), help("ArrayList"));
    }

    @Test
    void aVariableIsExplainedInTheLearnersWords() {
        notebook.run(
                "/** How many. */\nint many = 3;\nenum Hue {\n    /// Like blood.\n    RED, BLUE }");
        assertEquals("`int many = 3`\n\nHow many.", help("many"));
        assertTrue(help("Hue.RED").endsWith("Like blood."), help("Hue.RED"));
        assertFalse(help("Hue.BLUE").contains("blood"), help("Hue.BLUE"));
    }

    @Test
    void aRecordIsShownOnce() {
        notebook.run("record Person(String name, int age) {}");
        assertEquals("Person(String name, int age)", help("Person"));
    }

    @Test
    void aMethodOfAllObjectsIsExplainedByItsClass() {
        assertTrue(help("String.strip").contains("String String.strip()"), help("String.strip"));
        assertTrue(help("HashMap.computeIfAbsent").contains("K key"));
        assertTrue(notebook.shell.inspect("String.nothing", 14, 1).isEmpty());
    }

    @Test
    void whatAClassHasItselfIsExplainedFirst() {
        notebook.run(
                "class Base { static void make(int a) {} }\n"
                        + "class Special extends Base {\n/// Its own.\nstatic void make(String a) {} }");
        assertTrue(
                help("Special.make").startsWith("void Special.make(String a)"),
                help("Special.make"));
        assertTrue(help("Special.make").endsWith("Its own."), help("Special.make"));
    }

    @Test
    void aTextIsExplainedByWhatTakesIt() {
        assertTrue(
                help("words.indexOf(\"a").contains("indexOf(Object o)"), help("words.indexOf(\"a"));
        assertTrue(notebook.shell.inspect("\"words", 6, 1).isEmpty());
        assertTrue(notebook.shell.inspect("// words", 8, 1).isEmpty());
    }

    @Test
    void aWordOfJavaIsExplained() {
        assertTrue(help("record").contains("record Point(int x, int y) {}"));
    }

    @Test
    void anExpressionIsExplainedByItsType() {
        assertTrue(help("new ArrayList<String>(3)").contains("(int initialCapacity)"));
        assertEquals("int count = 3;", help("1 + 2"));
    }

    @Test
    void aClassThatWasTakenBackDoesNotEndAllHelp() {
        notebook.error("class Gone {}\nint wrong = \"text\";");
        assertTrue(help("String.valueOf").contains("(char[] data)"), help("String.valueOf"));
    }

    private static String help(String code) {
        return notebook.shell.inspect(code, code.length(), 1).orElseThrow().text();
    }
}
