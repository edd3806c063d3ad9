package nacre.kernel.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// What TAB offers where a cell goes on.
class CompletionTest {
    private static Notebook notebook;

    @BeforeAll
    static void open() {
        notebook = new Notebook();
        notebook.run(
                """
                int alpha = 3;
                String name = "x";
                enum Colour { RED, GREEN }
                class Dense {
                    int size;
                    Dense(int units) {}
                    Dense useBias(boolean use) { return this; }
                    Dense paint(Colour colour) { return this; }
                }
                int half(int number) { return number / 2; }
                sealed interface Form permits Disc, Tile {}
                record Disc(int radius) implements Form {}
                record Tile(int side) implements Form {}
                Form form = new Disc(1);""");
    }

    @AfterAll
    static void close() {
        notebook.close();
    }

    @Test
    void anArgumentIsWhatFits() {
        List<String> units = texts("new Dense(");
        assertTrue(units.contains("alpha"), units.toString());
        assertFalse(units.contains("name"), units.toString());
        assertTrue(units.size() < 30, units.toString());
        assertTrue(texts("name.substring(1, ").contains("alpha"));
        assertTrue(texts("if (").size() < 30);
    }

    @Test
    void valuesThatCanBeWrittenOutAreOffered() {
        assertEquals(List.of("true", "false"), texts("new Dense(3).useBias(").subList(0, 2));
        assertEquals(
                List.of("Colour.RED", "Colour.GREEN").stream().sorted().toList(),
                texts("new Dense(3).paint(").stream()
                        .filter(each -> each.startsWith("Colour."))
                        .sorted()
                        .toList());
    }

    @Test
    void namesOfTheCellItselfAreOffered() {
        assertEquals(List.of("beta"), texts("int beta = 5; bet"));
        assertEquals(List.of("counter"), texts("for (int counter = 0; coun"));
        assertEquals(List.of("feedAll("), texts("int feedAll(int n) { return n; }\nfeedA"));
        assertTrue(texts("record Fooling(int a) {} new Fool").contains("Fooling("));
        assertEquals(List.of("item"), texts("for (var item : List.of(1)) { ite"));
    }

    @Test
    void whatJShellHasMadeForItselfIsNotOffered() {
        List<String> classes = texts("new ");
        assertTrue(classes.contains("ArrayList("));
        assertTrue(classes.stream().noneMatch(each -> each.contains("$")), classes.toString());
    }

    @Test
    void signaturesHaveTheNamesOfParameters() {
        String told =
                notebook.shell
                        .complete("new Dense(3).useB", "new Dense(3).useB".length())
                        .items()
                        .getFirst()
                        .signature();
        assertEquals("Dense Dense.useBias(boolean use)", told);
        assertEquals(
                "List.get(int index)", TypeNames.signature("java.util.List<E>.get(int index)"));
        assertEquals(
                "Base.paint(String name)",
                TypeNames.signature("S nacre.layers.Base<S extends Base<S>>.paint(String name)"));
    }

    @Test
    void membersAreToldWithAllTheirForms() {
        assertEquals(
                """
                String String.substring(int beginIndex)
                String String.substring(int beginIndex, int endIndex)""",
                form("name.substr"));
        assertEquals(
                "boolean List.add(Integer)\nvoid List.add(int, Integer)",
                form("List.of(alpha).add"));
        assertEquals("boolean BaseStream.isParallel()", form("name.chars().boxed().isPar"));
        assertEquals("int Dense.size", form("new Dense(3)\n    .siz"));
        assertEquals("int String.length()", form("for (var each : List.of(name)) each.leng"));
        assertEquals("int String.length()", form("List.of(name).stream().map(each -> each.leng"));
        assertEquals("int String.length()", form("int twice(String its) { return its.leng"));
        assertEquals("double Math.sqrt(double a)", form("Math.sqr"));
    }

    @Test
    void namesAreToldWithTheirTypes() {
        assertEquals("int alpha", form("1 + alph"));
        assertEquals("ArrayDeque<E>", form("ArrayDequ"));
        assertEquals("int half(int number)", form("hal"));
    }

    @Test
    void whatNewCanMakeIsOffered() {
        assertEquals(List.of("Dense("), texts("1 + new Dens"));
        assertEquals("Dense(int units)", form("new Dens"));
        assertEquals(List.of("ReentrantLock("), texts("new java.util.concurrent.locks.ReentrantL"));
        assertTrue(
                texts("Object it = new Abstract").stream()
                        .noneMatch(each -> each.equals("AbstractList(")));
        assertEquals(List.of("Object()"), texts("f(new Objec").subList(0, 1));
    }

    @Test
    void behindNewStandsWhatIsWanted() {
        assertEquals(List.of("Disc(", "Tile("), texts("Form other = new "));
        assertEquals(List.of("ArrayList(", "LinkedList("), texts("List<String> list = new "));
        assertTrue(texts("throw new ").contains("IllegalArgumentException("));
        assertFalse(texts("throw new ").contains("ArrayList("));
        assertFalse(texts("new ").contains("IllegalArgumentException("));
        assertTrue(texts("name.concat(new Disc").contains("Disc("), "it may be asked for a text");
    }

    @Test
    void theCasesAreThoseOfTheSwitch() {
        String colours = "Colour colour = Colour.RED; switch (colour) { ";
        assertEquals(List.of("case", "default"), texts(colours));
        assertEquals(List.of("RED", "GREEN"), texts(colours + "case "));
        assertEquals(List.of("GREEN"), texts(colours + "case RED -> 1; case "));
        assertEquals(List.of("Disc disc", "Tile tile"), texts("switch (form) { case "));
        assertEquals(List.of("Tile t"), texts("int tile = 1; switch (form) { case Ti"));
        assertEquals(List.of(), texts("case "), "there is no switch");
    }

    @Test
    void classesAreOfferedWhereOnlyClassesStand() {
        assertEquals(List.of("Disc", "Tile"), texts("form instanceof "));
        assertEquals(List.of("IOException", "IOError"), texts("void f() throws IO"));
        assertTrue(texts("try {} catch (").contains("IOException"));
        assertFalse(texts("try {} catch (").contains("alpha"));
        List<String> parents = texts("class Cat extends ");
        assertTrue(parents.containsAll(List.of("Dense", "Thread")), parents.toString());
        assertFalse(parents.contains("Cat") || parents.contains("Disc"), parents.toString());
        assertTrue(texts("class Cat implements ").contains("Runnable"));
        assertFalse(texts("class Cat implements ").contains("Form"), "it is sealed");
        List<String> parameters = texts("Map<String, ");
        assertTrue(parameters.containsAll(List.of("Integer", "Colour")), parameters.toString());
        assertFalse(parameters.contains("alpha") || parameters.contains("Math"));
    }

    @Test
    void whatGivesAFittingValueIsOffered() {
        assertTrue(texts("List.of(1, ").containsAll(List.of("alpha", "name")));
        assertEquals("Collectors.", texts("Stream.of(name).collect(").getFirst());
        assertTrue(texts("Path path = ").contains("Path."));
        assertTrue(texts("List.of(name).forEach(").contains("it -> "));
        assertFalse(texts("name.concat(").contains("it -> "));
        assertEquals(List.of(), texts("new Dense(3, "), "it takes one number");
    }

    @Test
    void onlyWhatIsInSightIsOffered() {
        assertFalse(texts("int other = ").contains("other"));
        assertEquals(List.of(), texts("List.of(1).forEach(item -> {}); item"));
        assertEquals(List.of("all"), texts("var all = List.of(1); for (var each : "));
        assertTrue(texts("if (").contains("name"), "it can be compared");
        assertTrue(texts("class Cat { private int age; int f() { return this.").contains("age"));
        assertFalse(texts("new Disc(1).").contains("radius"), "it is private");
        assertEquals(
                List.of("first"),
                texts("int first = 1;\nhalf(first);\nwhile (first < 3) { first++; }\nfir"));
        assertEquals(List.of("last"), texts("int last = 1;\nint f() { return las"));
    }

    @Test
    void methodsOfTheCellItselfAreKnown() {
        String method = "String shout(String what) { return what + 1; }\n";
        assertEquals(List.of("isBlank()", "isEmpty()"), texts(method + "shout(name).is"));
        assertEquals(List.of("length()"), texts(method + "var said = shout(name);\nsaid.len"));
        assertTrue(texts(method + "shout(").contains("name"));
        assertFalse(texts(method + "shout(").contains("alpha"), "it is no text");
        assertEquals("String shout(String what)", form(method + "shou"));
        assertTrue(
                texts(method + "String louder(String its) { return its + shout(").contains("its"));
    }

    @Test
    void theBeginOfADeclarationGoesOn() {
        assertEquals(List.of("static "), texts("import stat"));
        assertTrue(texts("class A { public ").contains("void"));
        assertEquals("String toString() {", texts("class A { @Override public ").getFirst());
        assertEquals(List.of("var", "int"), texts("for ("));
    }

    @Test
    void methodsAreOfferedAsReferences() {
        assertEquals(
                List.of("strip", "stripIndent"),
                texts("List.of(name).stream().map(String::strip").subList(0, 2));
        assertEquals("new", texts("Stream.of(1).map(Dense::").getFirst());
        assertTrue(texts("Dense::").containsAll(List.of("useBias", "paint")));
        assertEquals(List.of(), texts("Dense::siz"), "a field is no method");
        assertFalse(texts("name::").contains("new"));
        assertEquals(List.of(), texts("this::"), "a cell has no object of its own");
    }

    @Test
    void wordsOfJavaAreOffered() {
        assertEquals(List.of("switch"), texts("swi"));
        assertEquals("return", texts("int f() { ret").getFirst());
        assertEquals(List.of("@Override"), texts("class A { @Ov"));
        assertEquals(List.of("alpha"), texts("alph").subList(0, 1), "one's own names come first");
        assertFalse(texts("name.ret").contains("return"));
        assertFalse(texts("new swi").contains("switch"));
    }

    @Test
    void nothingIsOfferedWhereNothingIsMeant() {
        assertEquals(List.of(), texts("// a Stri"));
        assertEquals(List.of(), texts("/* "));
        assertEquals(List.of(), texts("var text = \"\"\"\n    Stri"));
        assertTrue(texts("/* a */ Stri").contains("String"));
    }

    @Test
    void whereNothingIsTypedOnesOwnNamesAreOffered() {
        assertTrue(texts("").containsAll(List.of("alpha", "name", "half(")));
        assertFalse(texts("").contains("ArrayList"));
        assertFalse(texts("").contains("half"), "once, as a method");
        assertFalse(texts("int other = ").contains("name"));
        assertEquals(
                "int half(int number)",
                notebook.shell.complete("", 0).items().stream()
                        .filter(each -> each.text().equals("half("))
                        .findFirst()
                        .orElseThrow()
                        .signature());
    }

    @Test
    void resultsAreOffered() {
        int number = notebook.next();
        notebook.run("6 * 7");
        assertEquals(List.of("_", "_" + number), texts("_").subList(0, 2));
        assertEquals("6 * 7", form("_"));
        assertEquals(number + "]", texts("Out[").getFirst());
        assertFalse(texts("name_").contains("_"));
    }

    @Test
    void anOptionThatHasANameIsOfferedAsAnObjectToo() {
        notebook.run("class Adam {} class Huber {}");
        assertEquals(List.of("Adam()"), texts("model.compile(new "));
        assertEquals(List.of("Huber()"), texts("model.compile(\"adam\", new "));
    }

    @Test
    void theNearestMembersComeFirst() {
        notebook.run(
                "class Base { void about() {} }\nclass Special extends Base { void zoom() {} }");
        List<String> members = texts("new Special().");
        assertEquals(List.of("zoom()", "about()"), members.subList(0, 2));
        assertTrue(members.contains("toString()"));
    }

    @Test
    void whatIsUsedEveryDayComesFirst() {
        assertEquals("String", texts("Stri").getFirst());
        assertEquals(List.of("Stream", "String"), texts("St").subList(0, 2));
        assertEquals("HashMap(", texts("new Ha").getFirst());
    }

    @Test
    void constantsAreNoClasses() {
        assertEquals("instance", kind("Math.PI"));
        assertEquals("class", kind("Map.Entr"));
        assertEquals("keyword", kind("swi"));
        assertEquals("instance", kind("alph"));
        assertEquals("function", kind("hal"));
    }

    @Test
    void manyDefinitionsAreNoBurdenAndAreStillThere() {
        notebook.run("int alphabet = 26;\nrecord Alphorn(int length) {}");
        assertEquals(List.of("alpha", "alphabet"), texts("alph"));
        assertEquals("Alphorn(", texts("new Alph").getFirst());
        assertEquals(List.of("length()"), texts("new Alphorn(3).len"));
    }

    @Test
    @Timeout(120)
    void classesThatAreNotImportedAreOfferedByTheirBeginning() throws InterruptedException {
        while (texts("HttpCl").isEmpty()) { // the list is made beside the first cells
            Thread.sleep(50);
        }
        assertEquals("java.net.http.HttpClient", texts("var client = HttpCl").getFirst());
        assertEquals("java.sql.Connection", texts("Connection").getFirst());
        assertTrue(texts("new Conn").size() <= 12, "too many to look through");
        assertTrue(
                texts("Reso").stream().noneMatch(each -> each.startsWith("sun.")),
                "not for everybody");
        assertEquals(1, texts("ArrayDequ").size(), "it is imported");
        assertEquals(List.of(), texts("new java.time.LocalDa"), "it has no constructor");
        assertFalse(texts("new HttpCl").contains("java.net.http.HttpClient"), "it is abstract");
        assertEquals(List.of(), texts("\"HttpCl"));
        assertEquals(List.of(), texts("record HttpCl"));
    }

    private static String kind(String code) {
        return notebook.shell.complete(code, code.length()).items().getFirst().kind();
    }

    private static String form(String code) {
        return notebook.shell.complete(code, code.length()).items().getFirst().signature();
    }

    private static List<String> texts(String code) {
        return notebook.shell.complete(code, code.length()).items().stream()
                .map(Completion.Item::text)
                .toList();
    }
}
