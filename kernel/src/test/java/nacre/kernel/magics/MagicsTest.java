package nacre.kernel.magics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import nacre.display.Display;
import nacre.kernel.magics.Session.Ran;
import nacre.kernel.shell.CellError;
import nacre.kernel.shell.CellResult;
import nacre.kernel.shell.Completeness;
import nacre.kernel.shell.Completion;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What each magic does.
class MagicsTest {
    @AutoClose private static final Session session = new Session();

    @TempDir Path folder;

    @Test
    void helpListsEveryMagic() {
        Display help = session.run("%help").shown.getFirst();
        for (Form form : new Magics().forms()) {
            assertTrue(help.text().contains(form.usage().replace("\n", " ↵ ")), form.usage());
        }
        assertTrue(help.data().get("text/html").toString().contains("<code>%time CODE</code>"));
    }

    @Test
    void helpOnOneMagic() {
        assertTrue(session.run("%help time").shown.getFirst().text().contains("how long it took"));
        assertTrue(session.run("%%timeit?").shown.getFirst().text().contains("many times"));
    }

    @Test
    void anUnknownMagicNamesThoseThatAreNear() {
        CellError error = session.error("int a = 1;\n%tiem a");
        assertEquals("There is no magic `%tiem`.", error.message());
        String told = String.join("\n", error.traceback());
        assertTrue(told.contains("Did you mean `%time`"), told);
        assertTrue(told.contains("line 2\n    %tiem a"), told);
        assertTrue(
                session.told("%histor").contains("Did you mean `%history`"),
                session.told("%histor"));
    }

    @Test
    void aMissingPercentSignIsNamed() {
        assertTrue(session.told("%html").contains("write it with two `%`"), session.told("%html"));
        assertTrue(
                session.told("%%cd x").contains("write it with one `%`"), session.told("%%cd x"));
    }

    @Test
    void wordsThatAMagicHasNoUseForAreRefused() {
        session.run("int kept = 1;");
        assertTrue(
                session.told("%reset maybe")
                        .contains("`%reset` takes nothing behind its name; it got `maybe`."),
                session.told("%reset maybe"));
        assertEquals("1", session.value("kept"));
        Ran exit = session.run("%exit now");
        assertTrue(exit.error().message().contains("`now`") && !exit.left);
        for (String use : List.of("%pwd x", "%trace x", "%lsmagic x", "%%html x\n<b>y</b>")) {
            assertTrue(session.told(use).contains("it got `x`"), () -> session.told(use));
        }
        assertTrue(session.told("%%writefile a b\ntext").contains("`%%writefile \"a b\"`"));
    }

    @Test
    void whatAMagicTakesIsNotRefused() {
        assertEquals("3", session.value("%%time 1 +\n2"));
        assertEquals(session.out("%pwd"), session.out("%pwd // where am I?"));
        assertEquals("", session.out("%reset -sf"));
        assertTrue(session.out("%%timeit -n 1 -r 1 int x = 1;\nx++;").contains("each time"));
    }

    @Test
    void theTimeOfOtherMagicsIsTold() {
        String printed = session.out("%time %pwd");
        assertTrue(printed.matches(".+\nTime: [\\d.]+ \\S+ in all\n"), printed);
        assertEquals("", session.run("%time %cd nowhere").out.toString());
    }

    @Test
    void timeSaysHowLongAndGivesTheValue() {
        Ran ran = session.run("%time Thread.sleep(30);");
        assertTrue(
                ran.out
                        .toString()
                        .matches(
                                "Time: ([3-9]\\d\\.\\d ms|\\d{3} ms|[\\d.]+ s) \\(and .* to compile\\)\n"),
                ran.out::toString);
        assertEquals("2", session.value("%time 1 + 1"));
        assertEquals("3", session.value("%%time\nint timed = 3;\ntimed"));
    }

    @Test
    void anErrorInTimedCodeIsAtItsPlace() {
        CellError error = session.error("int zero = 0;\n%time 1 / zero");
        assertTrue(
                String.join("\n", error.traceback()).contains("line 2\n    %time 1 / zero"),
                () -> "" + error.traceback());
    }

    @Test
    void whatDidNotRunHasNoTime() {
        assertEquals("", session.run("%time nothing()").out.toString());
    }

    @Test
    void timeitRunsCodeOverAndOver() {
        String out = session.out("int turns = 0;\n%timeit turns++");
        assertTrue(
                out.matches(
                        "[\\d.]+ [nµ]s each time \\(best of 7 rounds of [\\d,]+; the slowest took .*\\)\n"),
                out);
        assertTrue(Integer.parseInt(session.value("turns")) > 1000);
        assertTrue(
                session.out("%%timeit\nint sum = 0;\nfor (int i = 0; i < 9; i++) sum += i;")
                        .contains("each time"));
        assertTrue(session.error("%timeit nothing()").message().contains("nothing"));
        for (String declared : List.of("void f() {}", "import java.util.List;")) {
            assertTrue(session.told("%timeit " + declared).contains("only declares something"));
        }
        assertFalse(session.told("%timeit nothing(1) {").contains("only declares something"));
    }

    @Test
    void whoNamesWhatIsDefined() {
        session.run("%reset");
        assertEquals("Nothing is defined yet.\n", session.out("%who"));
        session.run(
                "int b = 2; String a = \"x\"; int twice(int n) { return 2 * n; } record P(int x) {}");
        assertEquals("a  b\ntwice(int)\nP\n", session.out("%who"));
        Display table = session.run("%whos").shown.getFirst();
        assertEquals("a  String  x\nb  int     2", table.text());
        assertEquals(
                "No variable is of type Strin; there are some of String, int.\n",
                session.out("%who Strin"));
        session.run("%reset");
        assertEquals("There is no variable `b`.", session.error("b").message());
    }

    @Test
    void anEndlessValueInATableCanBeStopped() throws Exception {
        session.run(
                "class Endless { public String toString() { System.out.println(\"asked\"); while (true) {} } } var endless = new Endless();");
        assertInstanceOf(CellResult.Interrupted.class, session.stoppedWhenItPrints("%whos").result);
        session.run("%reset");
    }

    @Test
    void restartForgetsEverything() {
        session.run("int before = 1;");
        session.run("%restart");
        assertEquals("There is no variable `before`.", session.error("before").message());
        assertEquals("2", session.value("1 + 1"));
    }

    @Test
    void exitIsToldToTheFront() {
        Ran ran = session.run("%exit");
        assertTrue(ran.left);
    }

    @Test
    void historyHasTheCellsThatWereRun() {
        session.run("int old = 1;\nold++;");
        session.run("// the last");
        assertTrue(
                session.out("%history 3")
                        .matches(
                                "(?s)In \\[\\d+]: int old = 1;\n    old\\+\\+;\nIn \\[\\d+]: // the last\nIn \\[\\d+]: %history 3\n"));
    }

    @Test
    void markupIsShown() {
        Ran ran = session.run("%%html\n<b>bold</b>\n%who");
        assertEquals("<b>bold</b>\n%who", ran.shown.getFirst().data().get("text/html"));
        assertEquals(
                "*x*", session.run("%%markdown\n*x*").shown.getFirst().data().get("text/markdown"));
        assertEquals(
                "alert(1)",
                session.run("%%javascript\nalert(1)")
                        .shown
                        .getFirst()
                        .data()
                        .get("application/javascript"));
    }

    @Test
    void bashRunsAndItsFailureIsAnError() {
        Ran ran = session.run("%%bash\necho out\necho err >&2");
        assertEquals("out\n", ran.out.toString());
        assertEquals("err\n", ran.err.toString());
        assertEquals(
                "The script ended with exit code 3.", session.error("%%bash\nexit 3").message());
    }

    @Test
    void aScriptCanBeStopped() throws Exception {
        Ran ran = session.stoppedWhenItPrints("%%bash\necho begun\nsleep 1000");
        assertInstanceOf(CellResult.Interrupted.class, ran.result);
        List<ProcessHandle> scripts =
                ProcessHandle.current()
                        .descendants()
                        .filter(each -> commandLine(each).contains("sleep 1000"))
                        .toList();
        for (ProcessHandle script : scripts) {
            ProcessHandle ended = script.onExit().get(2, TimeUnit.MINUTES);
            assertFalse(ended.isAlive());
        }
    }

    private static String commandLine(ProcessHandle process) {
        return process.info().commandLine().orElse("");
    }

    @Test
    void environmentVariablesAreSetForJavaAndForScripts() {
        session.run("%env NACRE_TEST=it works");
        assertEquals("it works\n", session.out("%env NACRE_TEST"));
        assertEquals("it works", session.value("System.getenv(\"NACRE_TEST\")"));
        assertEquals("it works\n", session.out("%%bash\necho $NACRE_TEST"));
        assertEquals(
                "There is no environment variable `NACRE_NONE`.",
                session.error("%env NACRE_NONE").message());
    }

    @Test
    void cdMovesJavaAndScripts() throws Exception {
        String before = session.out("%pwd").strip();
        Path real = folder.toRealPath();
        Files.writeString(real.resolve("data.txt"), "hello");
        try {
            session.run("%cd " + real);
            assertEquals(real + "\n", session.out("%%bash\npwd"));
            Files.createDirectory(real.resolve("two words"));
            assertEquals(real + "/two words\n", session.out("%cd \"two words\""));
            assertEquals(real + "/two words\n", session.out("%cd ../two words"));
            session.run("%cd ..");
            assertEquals("hello", session.value("Files.readString(Path.of(\"data.txt\"))"));
            assertEquals("hello", session.value("new Scanner(new File(\"data.txt\")).next()"));
            assertEquals(
                    real + "/data.txt", session.value("Path.of(\"data.txt\").toAbsolutePath()"));
            assertEquals(
                    real + "/data.txt", session.value("new File(\"data.txt\").getAbsolutePath()"));
            assertTrue(
                    session.error("%cd dada.txt")
                            .traceback()
                            .toString()
                            .contains("Did you mean `data.txt`?"));
        } finally {
            session.run("%cd " + before);
        }
        assertEquals(before, session.out("%pwd").strip());
    }

    @Test
    void loadOffersTheTextOfAFile() throws Exception {
        Path file = folder.resolve("some.java");
        Files.writeString(file, "int x = 1;\n");
        assertEquals(
                List.of("// %load " + file + "\nint x = 1;\n"),
                session.run("%load " + file).offered);
        Path spaced = Files.move(file, folder.resolve("some more.java"));
        assertEquals(1, session.run("%load '" + spaced + "'").offered.size());
        Files.writeString(folder.resolve("broken.ipynb"), "{\"cells\": [");
        assertTrue(
                session.told("%load " + folder.resolve("broken.ipynb")).contains("it is not JSON"));
        Files.move(spaced, file);
        assertTrue(
                session.error("%load " + folder.resolve("sone.java"))
                        .traceback()
                        .toString()
                        .contains("Did you mean `some.java`?"));
    }

    @Test
    void runRunsJavaWithItsMain() throws Exception {
        Path file = folder.resolve("Hello.java");
        Files.writeString(
                file,
                """
                package a.b;
                import java.util.List;
                public class Hello {
                    public static void main(String[] args) {
                        System.out.println("hello, " + args[0] + helper());
                    }
                    static int helper() { return 7; }
                }
                """);
        assertEquals("hello, world7\n", session.out("%run " + file + " world"));
        Path compact = folder.resolve("Compact.java");
        Files.writeString(
                compact, "// void main() {}\nvoid main() { System.out.println(\"on\"); }");
        Ran started = session.run("%run " + compact);
        assertEquals("on\n", started.out.toString());
        assertEquals(List.of(), started.shown); // no word of a main that does not run
        Files.writeString(
                compact, "void main(String[] words) { System.out.println(words.length); }");
        assertEquals("2\n", session.out("%run " + compact + " a 'b c'"));
        Path silent = Files.writeString(folder.resolve("Silent.java"), "int silent = 1;");
        assertTrue(session.told("%run " + silent + " world").contains("no `main` that could take"));
        assertEquals("7", session.value("Hello.helper()"));
    }

    @Test
    void runRunsANotebookAndNamesItsCells() throws Exception {
        Path file = folder.resolve("part.ipynb");
        Files.writeString(
                file,
                """
                {"cells": [
                 {"cell_type": "markdown", "metadata": {}, "source": "# Part"},
                 {"cell_type": "code", "metadata": {}, "execution_count": null, "outputs": [], "source": "int part = 5;"},
                 {"cell_type": "code", "metadata": {}, "execution_count": null, "outputs": [], "source": "part / (part - 5)"}],
                 "metadata": {"kernelspec": {"name": "nacre", "language": "java", "display_name": "Java"}}, "nbformat": 4, "nbformat_minor": 5}
                """);
        CellError error = session.error("%run " + file);
        assertTrue(
                error.traceback().contains("part.ipynb, cell 3, line 1"),
                () -> "" + error.traceback());
        assertEquals("5", session.value("part"));
    }

    @Test
    void helpOnJavaShowsItsCard() {
        assertTrue(
                session.run("int answer = 42;\nanswer?")
                        .shown
                        .getFirst()
                        .text()
                        .contains("int answer = 42"));
        assertTrue(
                session.run("?Math.max")
                        .shown
                        .getFirst()
                        .text()
                        .contains("int Math.max(int a, int b)"));
        assertTrue(session.error("?nowhere").message().contains("no help on `nowhere`"));
    }

    @Test
    void aMethodNamedHelpIsTheLearners() {
        session.run("String help(int x) { return \"mine\"; }\nint one = 1;");
        assertEquals("mine", session.value("help(one)"));
        session.run("%reset");
    }

    @Test
    void magicsAreCompleted() {
        assertEquals("%time, %timeit", completed("%ti"));
        assertEquals("%%time, %%timeit", completed("%%ti"));
        assertEquals("abs(, absExact(", completed("%time Math.ab"));
    }

    @Test
    void whatFollowsAMagicIsCompleted() {
        assertEquals("light, dark, auto", completed("%theme "));
        assertTrue(completed("%env PA").contains("PATH"));
        assertEquals("time, timeit", completed("%help ti"));
        session.run("int counted = 1;");
        assertTrue(completed("%who ").contains("int"), completed("%who "));
        assertEquals("-g", completed("%history -"));
        assertEquals("-n, -r, -p, -q", completed("%timeit -"));
        assertEquals("counted", completed("%timeit 1 - counte"));
        assertEquals("counted", completed("%time -counte"));
        assertEquals("", completed("%%html "));
    }

    @Test
    void whatIsAskedForIsCompleted() {
        assertEquals("Math", completed("?Math").split(",")[0]);
        assertEquals("abs(, absExact(", completed("? Math.ab"));
        assertEquals("", completed("Math.abs?"));
    }

    @Test
    void theBodyOfAMagicIsNoJava() throws Exception {
        Files.writeString(folder.resolve("script.txt"), "");
        assertEquals("script.txt", completed("%%bash\ncat " + folder + "/scr"));
        assertEquals("", completed("%%html\n<b>Stri"));
        assertTrue(completed("%%time\nStri").contains("String"));
    }

    @Test
    void helpIsAskedForAsInPython() {
        assertTrue(session.run("help()").shown.getFirst().text().contains("%timeit"));
        assertTrue(session.run("help(3 + 4)").shown.getFirst().text().contains("int"));
        assertTrue(
                session.run("help(new ArrayList<>(3))")
                        .shown
                        .getFirst()
                        .text()
                        .contains("ArrayList"));
        assertTrue(
                session.run("help(StringBuilder.class)")
                        .shown
                        .getFirst()
                        .text()
                        .contains("mutable sequence of characters"));
        assertTrue(session.run("?time").shown.getFirst().text().contains("%%time"));
        session.run("int answer = 42;");
        assertTrue(session.told("?anwser").contains("Did you mean `answer`?"));
        assertTrue(session.told("help(answer); nowhere(1)").contains("nowhere"));
    }

    @Test
    void filesAreCompleted() throws Exception {
        Files.writeString(folder.resolve("numbers.csv"), "");
        Files.createDirectory(folder.resolve("nested"));
        Files.writeString(folder.resolve("notes.ipynb"), "");
        assertEquals("nested/", completed("%cd " + folder + "/n"));
        assertEquals("nested/, notes.ipynb", completed("%run " + folder + "/n"));
        assertEquals(
                "nested/, notes.ipynb, numbers.csv", completed("%%writefile " + folder + "/n"));
        Completion found =
                session.cells.complete(
                        "%load " + folder + "/nu", ("%load " + folder + "/nu").length());
        assertEquals(("%load " + folder + "/").length(), found.start());
    }

    @Test
    void aMagicIsAWholeCell() {
        assertInstanceOf(Completeness.Complete.class, session.cells.isComplete("%who"));
        assertInstanceOf(Completeness.Incomplete.class, session.cells.isComplete("%%html"));
        assertInstanceOf(Completeness.Incomplete.class, session.cells.isComplete("%%html\n<b>"));
        assertInstanceOf(Completeness.Complete.class, session.cells.isComplete("%%html\n<b>\n"));
        assertInstanceOf(
                Completeness.Incomplete.class, session.cells.isComplete("%who\nif (true) {"));
    }

    @Test
    void inspectShowsTheFormsOfAMagic() {
        assertTrue(
                session.cells
                        .inspect("%timeit f()", 3, 0)
                        .orElseThrow()
                        .text()
                        .contains("many times"));
    }

    private static String completed(String code) {
        return session.cells.complete(code, code.length()).items().stream()
                .map(Completion.Item::text)
                .collect(Collectors.joining(", "));
    }
}
