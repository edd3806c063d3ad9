package nacre.kernel.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
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
        notebook.run(
                """
                class Dense {
                    Dense(int units) {}
                    double[] getWeights() { return new double[0]; }
                    Dense input() { return this; }
                    Dense activation(String name) { return this; }
                }
                var layer = new Dense(3);
                int[] xs = {1, 2};""");
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
                Arguments.of("switch (3) { case 1: case 1: }", "This case stands here twice"));
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void javacsWordsArePlain(String code, String message) {
        String said = notebook.error(code).message();
        assertTrue(said.contains(message), () -> code + "\n" + said);
    }

    static Stream<Arguments> others() {
        return Stream.of(
                Arguments.of("switch (1) { case 1: int k = 1; k; }", "arrows"),
                Arguments.of("double d = 1; float f = d * 2;", "3.5f"),
                Arguments.of("StringBuilder b = \"a\";", "String.valueOf"),
                Arguments.of("int k = new int(3);", "Integer.parseInt"),
                Arguments.of("record P(int x) { } new P(1).x(3)", "There is `x"));
    }

    @ParameterizedTest
    @MethodSource("others")
    void aHintIsForOneMistakeOnly(String code, String hint) {
        String told = notebook.told(code);
        assertFalse(told.contains(hint), told);
    }

    static Stream<Arguments> slips() {
        return Stream.of(
                Arguments.of("int class = 3;", "`class` is a word of Java itself"),
                Arguments.of("const k = 3", "`final var k = …;`"),
                Arguments.of("let k = 3", "`var k = …;`"),
                Arguments.of("List.of(1)[0]", "`.get(0)`"),
                Arguments.of("int[] as = {1}; as = {2, 3};", "`new int[] {2, 3}`"),
                Arguments.of("double[] as = {}; as = {2.5, -1.0}", "`new double[] {2.5, -1.0}`"),
                Arguments.of("String[] as = {}; as = { \"b\" };", "`new String[] {\"b\"}`"),
                Arguments.of("\"abc\"[1]", "`.charAt(1)`"),
                Arguments.of("Map.of(\"a\", 1)[\"a\"]", "`.get(\"a\")`"),
                Arguments.of("char c = \"a\";", "single quotes"),
                Arguments.of("int f(int k) { k + 1; }", "return it or print it"),
                Arguments.of("String.valueOf()", "There is `valueOf(Object)`"),
                Arguments.of("int k = Math.random() * 10;", "`(int) (…)` around it"),
                Arguments.of("Math.abs", "`abs(…)`"),
                Arguments.of("record P(int x) { } var p = new P(1); p.x = 3;", "cannot be set"),
                Arguments.of(
                        "import nacre.layers.convolutional.Conv2D; new Conv2D(8, 3, \"same\")",
                        "`new Conv2D(8, 3).padding(\"same\")`"),
                Arguments.of("Map.of(\"a\", 1)[\"a\"] = 3;", "`.put(\"a\", …)`"),
                Arguments.of("List.of(1)[0] = 3;", "`.set(0, …)`"),
                Arguments.of("Color c = null;", "If another cell declares `Color`"),
                Arguments.of("new Dense(1, \"relu\")", "`new Dense(1).activation(\"relu\")`"),
                Arguments.of("StableValue<String> s = null;", "--enable-preview"),
                Arguments.of("new Path(1)", "`Path.of(…)`"),
                Arguments.of("Math.sqroot(2)", "`sqrt`"),
                Arguments.of("int count() { return 1; } count", "`count()`"),
                Arguments.of("xs.length()", "leave out the parentheses"),
                Arguments.of("xs.size()", "`.length`"),
                Arguments.of("new ArrayList<Integer>().length()", "`.size()`"),
                Arguments.of("List.of(1).length", "`.size()`"),
                Arguments.of("float f = 3.5;", "`3.5f`"),
                Arguments.of("\"a\" * 3", "`\"a\".repeat(3)`"),
                Arguments.of("int[3] ys;", "`int[] ys = new int[3];`"),
                Arguments.of("int my-name = 3;", "`my_name`"),
                Arguments.of("public void static go() { }", "right before the name"),
                Arguments.of("import java.utl.List;", "`import java.util.List;`"),
                Arguments.of("sqrt(2)", "`Math.sqrt(…)`"),
                Arguments.of("List(1, 2)", "`List.of(…)`"),
                Arguments.of("Int k = 3;", "`int`"),
                Arguments.of("modle.fit(1)", "If another cell makes `modle`, run that one first"),
                Arguments.of(
                        "List.of(\"a\").stream().max(String::length)",
                        "`Comparator.comparing(String::length)`"),
                Arguments.of("String s = \"a\"; if (s = \"b\") { }", "`a.equals(b)`"),
                Arguments.of("List<Double> ds = List.of(1, 2);", "`1.0` is a double"),
                Arguments.of("String s = new Dense(1);", "`String.valueOf(x)`"),
                Arguments.of(
                        "nacre.plot.Plot.line(List.of(1.5))",
                        "`line(String name, List<? extends Number> ys)`"),
                Arguments.of(
                        "import nacre.models.Model; new Model(1, 2)",
                        "Make one with `Model.of(…)`."),
                Arguments.of(
                        "nacre.data.Data.blobs(3)",
                        "There is `blobs(int n, int classes, double noise, long seed)`."),
                Arguments.of(
                        "new nacre.layers.convolutional.Conv2D(8)",
                        "`Conv2D(int filters, int kernelSize)`"),
                Arguments.of(
                        "new nacre.layers.recurrent.LSTM(4).returnSequences()",
                        "There is `returnSequences(boolean"),
                Arguments.of("new Dense()", "There is `Dense(int units)`."),
                Arguments.of(
                        "nacre.tensor.Tensor.zeros(nacre.tensor.Shape.of(2)).mul(0.5)", "`0.5f`"),
                Arguments.of("for (step = 0; step < 3; step++) { }", "`var step = …`"),
                Arguments.of("Stream.of(1).collect(toList())", "`Collectors.toList(…)`"),
                Arguments.of(
                        "record Pair(int a, int b) {} new Pair(1)",
                        "There is `Pair(int a, int b)`."),
                Arguments.of(
                        "List<String> l = Stream.of(1).map(String::valueOf);",
                        "`.toList()` behind it"),
                Arguments.of("Scaner in;", "`Scanner`"),
                Arguments.of(
                        "ClassLoader.getSystemClassLoader().loadClass(\"x\", true)",
                        "`loadClass(String,boolean)` is protected in ClassLoader"),
                Arguments.of(
                        "new nacre.layers.core.Dense(3).build(nacre.tensor.Shape.batch(4))",
                        "`ensureBuilt(List.of(shape))`"),
                Arguments.of("nacre.tensor.Tensor.of(1, 2.5)", "`new double[] {…}`"),
                Arguments.of("nacre.tensor.Tensor.of(1)[0]", "`.get(0)`"),
                Arguments.of("enum Hue { RED } Hue.BLUE", "There is `RED`, `valueOf`, `values`."),
                Arguments.of("layer.zzz()", "There is `activation`, `getWeights`, `input`."),
                Arguments.of(
                        "import nacre.training.losses.*; int area(Circle c) { return c.radius(); }",
                        "`Circle` is the library's; for one of your own, declare it above"),
                Arguments.of("\"\".zzz()", "TAB behind the dot shows all"),
                Arguments.of("Math.sqrt(new int[0])", "There is `sqrt(double a)`."),
                Arguments.of(
                        "new StringBuilder().append(null)",
                        "Two methods fit equally well: `append(CharSequence)` and `append(char[])`"),
                Arguments.of(
                        "import java.awt.*; import java.util.*; List list;",
                        "`java.awt.List` or `java.util.List`"));
    }

    @ParameterizedTest
    @MethodSource("slips")
    void aSlipIsAnsweredWithWhatWasMeant(String code, String hint) {
        String told = notebook.told(code);
        assertTrue(told.contains(hint), told);
    }

    @Test
    void whatIsAskedOfNothingIsNotSoughtInItsClass() {
        String told = notebook.told("class Bn { int legs; int m = zzz; int n = \"a\"; }");
        assertFalse(told.contains("`legs`"), told);
        assertFalse(told.contains(" in Bn"), told);
    }

    @Test
    void aValueOfTheWrongTypeIsMarkedAsAWhole() {
        String told = notebook.told("int[] q = List.of(1, 2);");
        assertTrue(told.contains("\n    " + " ".repeat(10) + "^".repeat(13)), told);
    }

    @Test
    void whoNamesNoClassOfTheLibraryMeansNoneOfHisOwn() {
        for (String code :
                List.of("nacre.plot.Plot.hist(1)", "nacre.data.Data.moons(9, 0, 1).head()")) {
            String told = notebook.told(code);
            assertFalse(told.contains("the library's"), told);
        }
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
    void aMissingImportIsNamed() throws InterruptedException {
        String told = "";
        for (int i = 0;
                i < 2_000 && !told.contains("import");
                i++) { // the index is made in the background
            told =
                    notebook.told("AtomicInteger i;\ni.get()")
                            + notebook.told("new AtomicInteger()");
            Thread.sleep(50);
        }
        assertTrue(told.contains("`import java.util.concurrent.atomic.AtomicInteger;`"), told);
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
