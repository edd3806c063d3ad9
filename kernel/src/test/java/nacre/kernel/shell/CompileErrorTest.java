package nacre.kernel.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What a learner is told of a cell that does not compile.
class CompileErrorTest {
    private static Notebook notebook;

    @BeforeAll
    static void open() {
        notebook = new Notebook();
        notebook.run("class Dense { Dense(int units) {} }\nint[] xs = {1, 2};");
    }

    @AfterAll
    static void close() {
        notebook.close();
    }

    @Test
    void theLearnersOwnLineIsPointedAt() {
        try (var fresh = new Notebook()) {
            assertEquals(
                    """
                    CompileError: There is no method `lenght()` in String.
                    Cell [1], line 2
                        s.lenght()
                          ^^^^^^
                    Did you mean `length`?""",
                    fresh.told("String s = \"abc\";\ns.lenght()"));
        }
    }

    @Test
    void theCardHasWhatJavacSaidFoldedAway() {
        String card = (String) notebook.error("int n = \"text\";").card().data().get("text/html");
        assertTrue(card.contains("<details><summary>In javac's words</summary>"), card);
        assertTrue(card.contains("incompatible types: String cannot be converted to int"), card);
    }

    @Test
    void theCardEscapesWhatTheLearnerWrote() {
        String card =
                (String) notebook.error("List<int> broken = 1 < 2;").card().data().get("text/html");
        assertTrue(card.contains("List&lt;int&gt; broken = 1 &lt; 2;"), card);
    }

    static Stream<Arguments> mistakes() {
        return Stream.of(
                Arguments.of("int n = \"text\";", "Here should be an int, but this is a String."),
                Arguments.of("x -> x + 1", "A lambda needs a type"),
                Arguments.of(
                        "public native void it();",
                        "A method can be `native` only inside of a class."),
                Arguments.of(
                        "class It { It(String s) {} It(Integer i) {} }\nnew It(null)",
                        "Two methods fit equally well: `It(String)` and `It(Integer)`."),
                Arguments.of("var f = x -> x + 1;", "cannot tell the type of a lambda"),
                Arguments.of("interface A permits B {}", "Only a sealed type has a `permits`"),
                Arguments.of("int n = 3.5;", "A double does not always fit into an int"),
                Arguments.of("void f() { int u; u++; }", "may have no value yet"),
                Arguments.of("int f() { }", "every way through it must return a value"),
                Arguments.of("void f() { return 1; }", "`return` takes no value"),
                Arguments.of("int k = true ? \"a\" : 0;", "Here should be an int"),
                Arguments.of(
                        "class N<T extends Number> {} N<String> n;",
                        "`String` cannot stand for `T` here"),
                Arguments.of(
                        "record Two(int a, int b) {} Object o = 1; if (o instanceof Two(var a)) {}",
                        "as many parts as the record"),
                Arguments.of("class Out { class In {} } new Out.In()", "`new Out().new In()`"),
                Arguments.of("var a = 1, b = 2;", "`var a = 1; var b = 2;`"),
                Arguments.of(
                        "interface A { default void f(int a) {} } interface B { default void f(int b) {} } class C implements A, B {}",
                        "A and B both have a `f(int)`"),
                Arguments.of("class G<T> { T make() { return new T(); } }", "`Supplier<T>`"),
                Arguments.of("class G<T> { static T t; }", "`T` is another type for each object"),
                Arguments.of("super.hashCode()", "`super` is the object inside a class"),
                Arguments.of(
                        "try { int a = 1; } catch (java.io.IOException e) {}",
                        "Nothing in this `try` can throw IOException"),
                Arguments.of("void f() { return; f(); }", "can never be reached"),
                Arguments.of(
                        "void f() { Thread.sleep(1); }", "This can throw InterruptedException"),
                Arguments.of(
                        "void f() { int n = 0; n++; Runnable r = () -> System.out.println(n); }",
                        "Only variables that never change"),
                Arguments.of("List<int> l = null;", "write `Integer`"),
                Arguments.of("\"a\" - 1", "`-` does not work between String and int"),
                Arguments.of("System.out.println(\"hello)", "no closing"),
                Arguments.of("System.out.println(1;", "Java expects `)`"),
                Arguments.of("void f() { if (true) {", "The cell ends too early"),
                Arguments.of("1 = 2;", "Only a variable can stand on the left"),
                Arguments.of("var n = null;", "`var` cannot tell the type of `n`"),
                Arguments.of(
                        "interface A { void a(); } class B implements A {}", "B lacks the method"),
                Arguments.of("abstract class C {} new C()", "C is abstract"),
                Arguments.of("int big = 99999999999;", "too large for an int"),
                Arguments.of("xs.length()", "There is no method"),
                Arguments.of("5 == \"a\"", "`==` does not work between int and String"),
                Arguments.of("package a.b;", "cannot have a package line"),
                Arguments.of("_ + 1", "is not a name in Java"),
                Arguments.of("new Dense()", "`Dense` takes (int), but got ()"),
                Arguments.of("String.valueOf()", "There is no form `valueOf()`."),
                Arguments.of(
                        "Function<String, Integer> f = String::lenght;",
                        "There is no method `lenght` in String."),
                Arguments.of(
                        "IntStream.range(0, 3).collect(Collectors.toList())",
                        "but got (Collector<Object, ?, List<Object>>)"),
                Arguments.of(
                        "List<String> as = List.of(\"a\"); int k = Collections.max(as);",
                        "should be of type Integer, but is of type String."),
                Arguments.of("Object o = new ArrayList<?>();", "write a type, or `<>`"),
                Arguments.of("record R(int a, int b) { R(int a) { } }", "begins with `this(…)`"),
                Arguments.of("yield 3;", "`yield` gives the value of a `switch`"),
                Arguments.of("int k = true ? 1;", "Java expects `:` here."),
                Arguments.of("interface A { int k; }", "Java expects `=` here."),
                Arguments.of("catch (Exception e) { }", "This `catch` has no `try` before it."),
                Arguments.of("int k =", "a value should follow"),
                Arguments.of(
                        "int k = switch (1) { 1 -> 2; };", "Java expects `case`, `default` or"),
                Arguments.of("List<?> as = List.of(1); as.add(2);", "what stands for `?`"),
                Arguments.of("import java.utl.List;", "There is no package"),
                Arguments.of("int k = 1 int l = 2", "Java expects `;`"),
                Arguments.of("class Q extends String { }", "`String` is final"),
                Arguments.of("class Q implements Dense { }", "Only an interface"),
                Arguments.of(
                        "String toString() { return null; }",
                        "Every object has `toString` already"),
                Arguments.of("class Q extends Runnable { }", "stands after `implements`"),
                Arguments.of("sealed interface Q { }", "in the same cell, or named after"),
                Arguments.of(
                        "sealed interface Q permits R { }\nclass R implements Q { }",
                        "must be `final`"),
                Arguments.of("int[] q = new int[];", "neither a size"),
                Arguments.of("HashMap<String> m;", "there should be 2 of them"),
                Arguments.of("var ys = {1, 2};", "`int[] ys = {…}`"),
                Arguments.of("this.x", "a cell by itself has none"),
                Arguments.of("\"\"\"doc\"\"\"", "begins on the line below"),
                Arguments.of("Strin s;", "There is no class `Strin`"),
                Arguments.of("List<Strin> s;", "There is no class `Strin`"),
                Arguments.of(
                        "List<Double> ds = List.of(1, 2);",
                        "should be of type Double, but is of type Integer"),
                Arguments.of(
                        "int[] q = List.of(1, 2);", "Here should be an int[], but this is a List."),
                Arguments.of(
                        "Function<Integer, Integer> f = (a, b) -> a;",
                        "does not have the parameters that are asked for"),
                Arguments.of(
                        "Supplier<Integer> f = () -> \"x\";",
                        "Here something that gives an Integer is asked for, but this gives a String."),
                Arguments.of("Supplier<Integer> f = () -> {};", "in braces it needs a `return`"),
                Arguments.of("Runnable f = () -> 5;", "this is only a value"),
                Arguments.of(
                        "List.of(\"a\").stream().max(String::length)",
                        "`length` does not fit here: it takes (), but would get (String, String)."),
                Arguments.of(
                        "Supplier<Integer> f = Integer::parseInt;",
                        "No form of `parseInt` fits here: it would get ()."),
                Arguments.of(
                        "new nacre.layers.merging.Add().apply(List.of(nacre.tensor.Tensor.zeros(2, 3)))",
                        "`zeros` takes (Shape), but got (int, int)"),
                Arguments.of(
                        "interface A { void a(); } class B implements A { void a() {} }",
                        "`a()` is public in A, so it must be here"),
                Arguments.of(
                        "class A { void a() {} } class B extends A { private void a() {} }",
                        "`a()` has no `private` in A"),
                Arguments.of("String s = Math.", "The cell ends at a dot"),
                Arguments.of(
                        "record R(int a) { int b; }",
                        "no fields but those between its parentheses"),
                Arguments.of(
                        "new nacre.layers.recurrent.LSTM(4).returnSequences()",
                        "`returnSequences()` is not public in Recurrent"),
                Arguments.of(
                        "class An { An(int x) {} } class Bn extends An { }",
                        "`An` takes (int), but got ()"),
                Arguments.of("enum An { A, B; An(int x) {} }", "`An` takes (int), but got ()"),
                Arguments.of(
                        "sealed interface An permits Bn {} final class Bn {}",
                        "must extend or implement the sealed type"),
                Arguments.of(
                        "new java.util.ArrayList<String>().grow(3)",
                        "`grow(int)` is private in ArrayList"),
                Arguments.of("else { }", "This `else` has no `if` before it"),
                Arguments.of("int k = 1; } k", "There is a `}` too many"),
                Arguments.of("int class = 3;", "Java expects a name here"),
                Arguments.of("try { int k = 1; }", "A `try` needs a `catch`"),
                Arguments.of("for (int k : 5) {}", "goes through an array or a collection"),
                Arguments.of("StableValue<String> s = null;", "only tried out in this Java"),
                Arguments.of("Out[999]", "No cell 999 has shown a value"),
                Arguments.of(
                        "enum E { A, B } int k = switch (E.A) { case A -> 1; };",
                        "does not say what happens in all cases"),
                Arguments.of("var q;", "it has no value yet; write `int q;`"),
                Arguments.of("var q = q + 1;", "its own value is asked for"),
                Arguments.of("void f() { } var q = f();", "this method gives nothing back"),
                Arguments.of("void f() { } int q = f();", "but this method gives nothing back"),
                Arguments.of("int q = null;", "An int always has a value"),
                Arguments.of("byte q = 300;", "An int does not always fit into a byte"),
                Arguments.of("int q = {1};", "and this is an int"),
                Arguments.of("int[] q = new int[3]{1, 2, 3};", "not both"),
                Arguments.of("for (k : List.of(1)) { }", "variable of a loop needs a type"),
                Arguments.of(
                        "String q = switch (1) { case 1 -> \"a\"; default -> 3; };",
                        "Here should be a String, but this is an int"),
                Arguments.of("Runnable q = () -> { return 3; };", "its `return` takes no value"),
                Arguments.of("int q = 09;", "leave out the 0"),
                Arguments.of("case 1: ;", "only inside of a `switch`"),
                Arguments.of("int q = 1; q++ ++;", "`++` and `--` count a variable"),
                Arguments.of("int q = (1));", "There is a `)` too many"),
                Arguments.of("int q = 1; !q", "`!` does not work on an int"),
                Arguments.of("5 == null", "between int and null"),
                Arguments.of("Foo.bar()", "no variable or class `Foo`"),
                Arguments.of("int a1 = ≤ 3;", "the character `≤`"),
                Arguments.of(
                        "class A { void m() { } static void n() { m(); } }",
                        "`m()` belongs to an object, and here is none"),
                Arguments.of("class A { abstract void m(); }", "`abstract class A`"),
                Arguments.of("class A { void m(); }", "The method has no body"),
                Arguments.of("interface A { void m() { } }", "only behind `default` or `static`"),
                Arguments.of("void f() { int z = 1; int z = 2; }", "`z` is declared already"),
                Arguments.of("switch (3) { case 1: case 1: }", "This case stands here twice"),
                // types that javac finds out by itself
                Arguments.of(
                        "Map<String, Integer> m = Stream.of(\"a\").collect(Collectors.groupingBy(x -> x));",
                        "a Map<String,Integer>, but this is a Map<…,List<…>>."),
                Arguments.of(
                        "Map<String, Integer> m = Stream.of(\"a\").collect(Collectors.groupingBy(x -> x, Collectors.counting()));",
                        "Here meet the types Integer and Long"),
                Arguments.of(
                        "Stream.of(1).map(x -> System.out.println(x)).toList()",
                        "a value should come out"),
                Arguments.of(
                        "Stream.of(1).map(x -> { return; }).toList()",
                        "in braces it needs a `return`"),
                Arguments.of("Stream.of(1).map(Integer::toString).toList()", "`x -> x.toString()`"),
                Arguments.of(
                        "Stream.of(\"a\").flatMap(x -> List.of(x)).toList()",
                        "something that gives a Stream<…> is asked for, but this gives a List."),
                Arguments.of(
                        "new HashMap<String, List<Integer>>().computeIfAbsent(\"a\", new ArrayList<>());",
                        "a Function<? super String,? extends List<Integer>>, but this is an ArrayList."),
                Arguments.of("Collections.sort(List.of(1, \"a\"));", "`sort(List<Object>)`"),
                Arguments.of(
                        "Collections.sort(new ArrayList<Object>());", "Objects of Object have no"),
                Arguments.of(
                        "Collections.max(new ArrayList<Thread>())", "Objects of Thread have no"),
                Arguments.of(
                        "Arrays.sort(xs, (a, b) -> b - a);", "`Integer[]` fits, `int[]` does not"),
                // lambdas
                Arguments.of("var f = String::length;", "cannot tell the type of a method"),
                Arguments.of(
                        "interface Two { void a(); void b(); } Two t = () -> {};",
                        "A lambda is one method, and `Two` asks for several"),
                Arguments.of("String s = () -> 1;", "here should be another thing: of type String"),
                Arguments.of(
                        "void g(Function<Integer, Integer> h) {} g(x -> { if (x > 0) return 1; });",
                        "on some ways and none on others"),
                Arguments.of(
                        "List.of(1).forEach(x -> Thread.sleep(x));",
                        "This can throw InterruptedException, and a lambda may not"),
                Arguments.of(
                        "List.of(1).forEach(x -> { if (x > 0) { Thread.sleep(x); } });",
                        "catch it in the lambda"),
                Arguments.of(
                        "void f() { Runnable r = () -> { }; Thread.sleep(1); }",
                        "`throws InterruptedException` at the method"),
                Arguments.of(
                        "Stream.of(Path.of(\"a\")).map(Files::readString).toList()",
                        "This can throw IOException, and nothing here may"),
                // classes, records and patterns
                Arguments.of(
                        "class A { final int n; A() { } }", "`n` is final and has no value when"),
                Arguments.of(
                        "class A { class B { } static void m() { new B(); } }",
                        "write `static` before the class"),
                Arguments.of(
                        "class A { final void m() {} } class B extends A { void m() {} }",
                        "`m()` is final in A"),
                Arguments.of(
                        "class A { static void m() {} } class B extends A { void m() {} }",
                        "`m()` is `static` in A"),
                Arguments.of(
                        "class A { void m() {} } class B extends A { static void m() {} }",
                        "`m()` is not `static` in A"),
                Arguments.of("enum E { A } class B extends E { }", "An enum cannot be extended"),
                Arguments.of("record R(int a) { int a() { return 1; } }", "`public` before it"),
                Arguments.of(
                        "record R(int a) { public int a(int b) { return 1; } public String a() { return null; } }",
                        "gives the part's type"),
                Arguments.of("record R(int a) { R(int b) { a = b; } }", "with the same names"),
                Arguments.of("int f(int... a, int b) { return b; }", "stands last"),
                Arguments.of(
                        "Object o = 1; switch (o) { case String -> {} default -> {} }",
                        "A name stands behind the type"),
                Arguments.of(
                        "Object o = 1; if (o instanceof List<String> s) { }",
                        "`instanceof List<?>`"),
                Arguments.of(
                        "class A<T> { boolean is(Object o) { return o instanceof T; } }",
                        "nothing is left of `T`"),
                Arguments.of(
                        "Integer n = 3; if (n instanceof String) { }",
                        "can never be one of type String"),
                Arguments.of(
                        "int k = switch (3) { case 1: return 3; default: yield 2; };",
                        "not left by `return`"),
                Arguments.of(
                        "for (;;) { int k = switch (3) { case 1: break; default: yield 2; }; }",
                        "not left by `break`"),
                Arguments.of(
                        "for (;;) { int k = switch (3) { case 1: continue; default: yield 2; }; }",
                        "not left by `continue`"),
                Arguments.of("AutoCloseable a = null; try (a) { }", "`try (var a = …) { … }`"),
                Arguments.of(
                        "Optional.of(1).ifPresent(x -> {}).get()",
                        "gives nothing back, so nothing"));
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void javacsWordsArePlain(String code, String message) {
        String said = notebook.error(code).message();
        assertTrue(said.contains(message), () -> code + "\n" + said);
    }

    @Test
    void aValueOfTheWrongTypeIsMarkedAsAWhole() {
        String told = notebook.told("int[] q = List.of(1, 2);");
        assertTrue(told.contains("\n    " + " ".repeat(10) + "^".repeat(13)), told);
    }

    @Test
    void aCellThatFailsEmptiesNothing() {
        try (var fresh = new Notebook()) {
            fresh.run("class A {} A one = new A(); int kept = 1;");
            var cell = fresh.run("class A { int n; } int kept = 2; nothing");
            assertTrue(cell.shown.isEmpty(), cell.shown.toString());
            assertEquals("true", fresh.value("one instanceof A"));
            assertEquals("1", fresh.value("kept"));
            assertTrue(fresh.error("new A().n").message().contains("no `n` in A"));
        }
    }

    @Test
    void aMethodThatNeedsWhatIsNotThereIsDeclaredWithAWord() {
        var cell = notebook.run("int later() { return notYet() + 1; }");
        assertEquals(
                "later() is declared, but cannot be used until there is method notYet().",
                cell.shown.peek());
        assertEquals("NotDefinedYet", notebook.error("later()").name());
        assertEquals("3", notebook.value("int notYet() { return 2; }\nlater()"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "int late() { return later() + 1; }                            | later().",
                "int fac(int n) { return fact(n); }                            | Did you mean fac?",
                "int go() { return strin(); }                                  | strin().",
                "class Cat { int age() { return 1; } int old() { return agee(); } } | Did you mean age?"
            })
    void theMethodThatMayBeMeantIsAMethod(String code, String end) {
        try (var fresh = new Notebook()) {
            String note = fresh.run(code).shown.peek();
            assertTrue(note.endsWith(end), note);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"new Early()", "Early one = null;", "new ArrayList<Early>()", "Early::new"})
    void aTypeThatCannotBeUsedYetIsNotDenied(String code) {
        try (var fresh = new Notebook()) {
            fresh.run("import java.util.*;\nclass Early { Successor next; }");
            String told = fresh.told(code);
            assertTrue(
                    told.startsWith(
                            "CompileError: The type Early is declared, but cannot be used until there is class Successor."),
                    told);
            assertTrue(told.contains("Cell [1], line 2"), told);
            fresh.run("class Successor {}");
            assertEquals("null", fresh.value("new Early().next"));
        }
    }

    @Test
    void whatATypeWaitsForMayBeJavasOwn() {
        try (var fresh = new Notebook()) {
            fresh.run("class Early { AtomicInteger count; Point place; }");
            String told = fresh.told("new Early()");
            assertTrue(told.contains("`import java.util.concurrent.atomic.AtomicInteger;`"), told);
            assertFalse(told.contains("java.awt"), told);
        }
    }

    @Test
    void whatWaitsForATypeThatWaitsNamesWhatIsLacking() {
        try (var fresh = new Notebook()) {
            fresh.run("class Early { Successor next; }");
            assertEquals(
                    "use() is declared, but cannot be used until there is class Successor.",
                    fresh.run("Early use(Early early) { return early; }").shown.peek());
        }
    }

    static Stream<Arguments> returns() {
        return Stream.of(
                Arguments.of("return;", "in an `if`"),
                Arguments.of("int one = 1; return one", "its last expression"),
                Arguments.of("if (2 > 1) { return 3; }", "its last expression"),
                Arguments.of("for (int i = 0; ; i++) { if (i > 3) return; }", "in an `if`"));
    }

    @ParameterizedTest
    @MethodSource("returns")
    void aCellIsNoMethod(String code, String hint) {
        String told = notebook.told(code);
        assertTrue(told.startsWith("CompileError: A cell is no method"), told);
        assertTrue(told.contains(hint), told);
    }

    @Test
    void aReturnInAMethodOfTheLearnersIsNoMistake() {
        try (var fresh = new Notebook()) {
            assertEquals(
                    "132",
                    fresh.value(
                            """
                            int sign(int n) { if (n < 0) return -1; return 1; }
                            String all = "";
                            if (sign(2) > 0) {
                                Runnable one = () -> { all += sign(1); return; };
                                class Three { int value() { return 3; } }
                                one.run();
                                all += new Three().value();
                            }
                            all + new Object() { int two() { return 2; } }.two()"""));
        }
    }

    @Test
    void aCommentWithoutAnEndIsNotPassedOver() {
        CellError error = notebook.error("int kept = 1;\n  /* the rest\nint lost = 2;");
        assertEquals("A comment has no end; it ends with `*/`.", error.message());
        assertTrue(error.traceback().contains("      ^^"), error.traceback().toString());
        assertEquals(-1, Source.openComment("1 /* closed */ + \"/*\" // and /* too"));
    }

    @Test
    void aMethodThatFitsNoMoreSaysWhy() {
        try (var notebook = new Notebook()) {
            notebook.run(
                    "int half(int n) { return n / 2; }\nint less(int n) { return half(n) - 1; }");
            var cell = notebook.run("String half(int n) { return \"half\"; }");
            String told = cell.shown.peek();
            assertTrue(told.startsWith("less() was made for what is no longer there"), told);
            assertTrue(told.contains("- does not work between String and int."), told);
        }
    }
}
