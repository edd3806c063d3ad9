package nacre.kernel.shell;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What is written in JavaScript, C, C# or Kotlin, or in words of its own, answered in Java.
class OtherLanguagesTest {
    private static Notebook notebook;

    @BeforeAll
    static void open() {
        notebook = new Notebook();
        notebook.run(
                """
                int n = 2;
                String s = "abc";
                List<Integer> list = List.of(1, 2);""");
    }

    @AfterAll
    static void close() {
        notebook.close();
    }

    static Stream<Arguments> turns() {
        return Stream.of(
                Arguments.of("System.println(n)", "In Java: `System.out.println(…)`."),
                Arguments.of("out.println(n)", "In Java: `System.out.println(…)`."),
                Arguments.of("List.of(1).forEach(System.out.println)", "`System.out::println`"),
                Arguments.of("new Scanner()", "`new Scanner(System.in)`"),
                Arguments.of("Math.random(10)", "`(int) (Math.random() * 10)`"),
                Arguments.of("Stream.of(1).collect()", "`.toList()`"),
                Arguments.of("import java.util", "`import java.util.*;`"),
                Arguments.of("if n > 3 then n = 2", "`if (n > 3) { … }`"),
                Arguments.of("if (n > 3) then n = 2;", "`if (n > 3) { … }`"),
                Arguments.of("if n > 3 { n = 2; }", "`if (n > 3) { … }`"),
                Arguments.of("if (n > 3) { } else if n > 2 { }", "`if (n > 2) { … }`"),
                Arguments.of("if n in list: n", "`if (list.contains(n)) { … }`"),
                Arguments.of("if (n > 3) { } elseif (n > 2) { }", "`else if (…) { … }`"),
                Arguments.of("for int i = 0; i < 3; i++ { }", "`for (int i = 0; i < 3; i++) {"),
                Arguments.of("for (int e in list) { }", "`for (int e : list) { … }`"),
                Arguments.of("for (const e of list) { }", "`for (var e : list) { … }`"),
                Arguments.of("for (e : list) { }", "`for (var e : list) { … }`"),
                Arguments.of("foreach (var e in list) { }", "`for (var e : list) { … }`"),
                Arguments.of("foreach ($list as $e) { }", "`for (var e : list) { … }`"),
                Arguments.of("for (i in 1..10) { }", "`for (int i = 1; i <= 10; i++) { … }`"),
                Arguments.of("for i in range(8, 2, -1):", "`for (int i = 8; i > 2; i += -1) {"),
                Arguments.of("for i, e in enumerate(list):", "`for (int i = 0; i < list.size(); "),
                Arguments.of("with open('f') as f:", "`Files.readString(Path.of(\"name\"))`"),
                Arguments.of("function f(x) { return x; }", "`int f(int x) { return x + 1; }`"),
                Arguments.of("fun f() { }", "A method in Java"),
                Arguments.of("list.stream().map(e => e + 1)", "`e -> …`"),
                Arguments.of("if (n => 3) { }", "`>=`"),
                Arguments.of("if (n =< 3) { }", "`<=`"),
                Arguments.of("if (n <> 3) { }", "`!=`"),
                Arguments.of("n === 3", "Java has `==`"),
                Arguments.of("s !== null", "Java has `!=`"),
                Arguments.of("if (n > 3 && < 5) { }", "`n > 3 && n < 5`"),
                Arguments.of("int k = if (n > 3) 1 else 2;", "`n > 3 ? 1 : 2`"),
                Arguments.of("1 < n < 3", "`1 < n && n < 3`"),
                Arguments.of("let k: number = 1;", "`double k = …;`"),
                Arguments.of("k: int = 1", "`int k = …;`"),
                Arguments.of("String? t = null;", "`String t = null;`"),
                Arguments.of("s?.length()", "`s == null ? null : s.length()`"),
                Arguments.of("s ?? \"a\"", "`s != null ? s : \"a\"`"),
                Arguments.of("s!!.length()", "write `s` alone"),
                Arguments.of("#include <stdio.h>", "`import java.util.List;`"),
                Arguments.of("using namespace std;", "`import java.util.List;`"),
                Arguments.of("std::cout << \"a\";", "`System.out.println(…)`"),
                Arguments.of("cout << \"a\";", "`System.out.println(…)`"),
                Arguments.of("Console.WriteLine(\"a\");", "`System.out.println(…)`"),
                Arguments.of("console.log(\"a\");", "`System.out.println(…)`"),
                Arguments.of("System.Out.Println(\"a\");", "`System.out.println(…)`"),
                Arguments.of("System.out.println \"a\"", "`System.out.println(\"a\")`"),
                Arguments.of("printf(\"%d\", n)", "`System.out.printf(…)`"),
                Arguments.of("s == undefined", "`undefined` is `null`"),
                Arguments.of("String t = “hello”;", "`\"hello\"`"),
                Arguments.of("int k = 3 – 1;", "`-` is on the keyboard"));
    }

    @ParameterizedTest
    @MethodSource("turns")
    void anotherLanguageIsAnsweredInJava(String code, String hint) {
        String told = notebook.told(code);
        assertTrue(told.contains(hint), told);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "for (int e : lits) { }",
                "String cout = \"a\"; cout << 3",
                "boolean b = n > 3 && s < 5;",
                "Map<String, Integer> m = new HashMap<>(\"a\");",
                "outer: for (int e : list) { break inner; }",
                "switch (n) { default: int k = \"a\"; }",
                "int then = 1; if (n > 3) then = \"a\";",
                "System.out.println(nothing);"
            })
    void javaIsNoOtherLanguage(String code) {
        String told = notebook.told(code);
        assertFalse(told.matches("(?s).*(?:In Java|Java has|stands before).*"), told);
    }

    @Test
    void whoCallsAMethodByItsOwnNameMeansIt() {
        notebook.run("void echo(String text) { }");
        assertFalse(notebook.told("echo(3)").contains("System.out"));
    }
}
