package nacre.kernel.shell;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What beginners write that is no Java, and values of which is asked what they cannot do.
class SyntaxSlipsTest {
    private static Notebook notebook;

    @BeforeAll
    static void open() {
        notebook = new Notebook();
        notebook.run("int n = 2; boolean flag = true; String s = \"abc\";");
    }

    @AfterAll
    static void close() {
        notebook.close();
    }

    static Stream<Arguments> slips() {
        return Stream.of(
                Arguments.of("public static go(String[] a) { }", "A method says first"),
                Arguments.of("int a[3];", "`int[] a = new int[3];`"),
                Arguments.of("enum Color { RED GREEN }", "`enum Color { RED, GREEN }`"),
                Arguments.of("try { n = 3; } catch { }", "`catch (Exception e) { … }`"),
                Arguments.of("const int k = 3;", "`final int k = …;`"),
                Arguments.of("final k = 3;", "`final var k = …;`"),
                Arguments.of("k := 3", "`var k = …;`"),
                Arguments.of("twice(int a) { return 2 * a; }", "`int twice(…) { … }`"),
                Arguments.of("int twice(a) { return 2 * a; }", "`twice(int a)`"),
                Arguments.of("record Pair(a, b) { }", "`Pair(int a)`"),
                Arguments.of("int twice { return 2; }", "`int twice() { … }`"),
                Arguments.of("class Pair() { }", "`record Pair(int n) { }`"),
                Arguments.of("record Pair { int a; }", "`record Pair(int n) { }`"),
                Arguments.of("class Pair { n = 3; }", "In a class stand fields"),
                Arguments.of("class Pair { System.out.println(1); }", "In a class stand fields"),
                Arguments.of("double = 3;", "`double x = …;`"),
                Arguments.of("String = \"a\";", "`String x = …;`"),
                Arguments.of("int my count = 3;", "`myCount`"),
                Arguments.of("int 2x = 3;", "`int x2 = …;`"),
                Arguments.of("for (int i = 0, i < 3, i++) { }", "`for (int i = 0; i < 3; i++) {"),
                Arguments.of("for (int i = 0; i < 3) { }", "A loop that counts"),
                Arguments.of("if n > 3", "`if (…) { … }`"),
                Arguments.of("5.toString()", "`String.valueOf(5)`"),
                Arguments.of("ArrayList<String> l = ArrayList<>();", "`new ArrayList<>()`"),
                Arguments.of("Object l = new ArrayList;", "`new ArrayList()`"),
                Arguments.of("List<String> l = new List<>();", "`new ArrayList<>()`"),
                Arguments.of("System.out.println(\"a\" n);", "joined with `+`"),
                Arguments.of("String t = \"a\" \"b\";", "joined with `+`"),
                Arguments.of("String t = \"a\" + n \"b\";", "joined with `+`"),
                Arguments.of("int[] a = new int(3);", "`new int[3]`"),
                Arguments.of("String t = 'abc';", "`\"abc\"`"),
                Arguments.of("String t = 'a';", "`\"a\"`"),
                Arguments.of("double d = 1,5;", "`double d = 1.5;`"),
                Arguments.of("int big = 1.000.000;", "`1_000_000`"),
                Arguments.of("String t = \"He said \"hi\"\";", "has a backslash"),
                Arguments.of("n.toString()", "`String.valueOf(n)`"),
                Arguments.of("n.equals(2)", "compared with `==`"),
                Arguments.of("for (char c : s) { }", "`for (char c : s.toCharArray()) { … }`"),
                Arguments.of("for (int i : 3) { }", "`for (int i = 0; i < 3; i++) { … }`"),
                Arguments.of("3 * \"a\"", "`\"a\".repeat(3)`"),
                Arguments.of("List.of(1)[-1]", "The last of a List: `.getLast()`"),
                Arguments.of("new ArrayList<Integer>()[0]", "Of an ArrayList: `.get(0)`"),
                Arguments.of("int f() { int z = 1; int z = 2; return z; }", "`z = …;`"),
                Arguments.of("throw \"why\";", "`throw new IllegalArgumentException(\"why\");`"),
                Arguments.of("boolean b = \"true\";", "Without quotes it is one"),
                Arguments.of("Double d = 3;", "`3.0` is a double"),
                Arguments.of(
                        "String t = switch (n) { case 1: \"a\"; default: \"b\"; };",
                        "`case 1 -> …;`"));
    }

    @ParameterizedTest
    @MethodSource("slips")
    void aSlipIsAnsweredWithWhatWasMeant(String code, String hint) {
        String told = notebook.told(code);
        assertTrue(told.contains(hint), told);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "class Pet { Pet() { int legs = ; } }",
                "int legs() { return 4 }",
                "for (int i = 0; i < 3; i++) { n = ; }",
                "if (flag) n = 3 else n = 4;",
                "char c = 'a'; int k = \"b\";",
                "System.out.printf(\"%d\" n);",
                "System.out.println(\"a\" + \"b\";",
                "if (n > 3) System.out.println(\"a\") else System.out.println(\"b\");",
                "if (\"a\".equals(\"b\")) { System.out.println(\"a\") }",
                "if (\"a\".equals(\"b\") { }",
                "int twice(int k { return k; }",
                "char[] cs = {}; String t = new String(cs) n;",
                "int[] counts = new int[3",
                "final int count = 3 n"
            })
    void whatIsWrongElsewhereIsNoSlip(String code) {
        String told = notebook.told(code);
        assertFalse(
                told.matches(
                        "(?s).*(?:A method|A name|A loop|In a class|joined|double quotes|Each parameter|`new `).*"),
                told);
    }
}
