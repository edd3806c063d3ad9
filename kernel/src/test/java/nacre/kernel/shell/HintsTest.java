package nacre.kernel.shell;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// What a learner is told to write instead of what does not compile.
class HintsTest {
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

    static Stream<Arguments> others() {
        return Stream.of(
                Arguments.of("switch (1) { case 1: int k = 1; k; }", "arrows"),
                Arguments.of("double d = 1; float f = d * 2;", "3.5f"),
                Arguments.of("StringBuilder b = \"a\";", "String.valueOf"),
                Arguments.of("int k = new int(3);", "Integer.parseInt"),
                Arguments.of("record P(int x) { } new P(1).x(3)", "There is `x"),
                Arguments.of("class G<T> { static T make() { return null; } }", "a word of Java"),
                Arguments.of("String text = \"a\"; text(1)", "is a variable"),
                Arguments.of("Stream.of(1).map(x -> x.foo()).toList()", "mapToObj"),
                Arguments.of("int k = List.of(true).get(0);", "comparator"),
                Arguments.of("Object o = 1; o.foo()", "write its type"),
                Arguments.of("Integer n = 3; if (n instanceof String) { }", "String.valueOf"),
                Arguments.of(
                        "class A { final int n = 1; void m() { n = 2; } }", "holds never changes"),
                Arguments.of(
                        "record P(int n) { } void f() { final int n = 1; n = 2; }",
                        "holds never changes"),
                Arguments.of("System.out.println(relu)", "It is a text"),
                Arguments.of("int k = Integer.parseInt(5) + \"a\";", "takes a place"),
                Arguments.of("String s = Ann.name;", "stands in quotes"),
                Arguments.of("if (xs.length > 3) 5 = xs[0];", "`==` compares"),
                Arguments.of("missing.collect()", "`.toList()`"),
                Arguments.of("int[][] rows = {}; rows.contains(1)", "In Java:"),
                Arguments.of("record P(int x) {} new P(1).getY()", "In Java:"),
                Arguments.of("class Dog { } new Dog(\"Rex\")", "void"),
                Arguments.of("Object o = 1; int k = o;", "`new ArrayList<Integer>()`"),
                Arguments.of("Optional<Integer> o = Optional.of(\"a\");", "orElse"));
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
                Arguments.of("static { n = 3; }", "A cell runs its lines by itself"),
                Arguments.of(
                        "abstract class Chart { Chart title(String text) { return this; } } new Chart()",
                        "`Plot` draws"),
                Arguments.of("xs.add(3)", "An array keeps its length"),
                Arguments.of("xs.sort()", "`Arrays.sort(xs)`"),
                Arguments.of("xs.contains(3)", "`IntStream.of(xs).anyMatch(x -> x == 3)`"),
                Arguments.of("xs.sum()", "`IntStream.of(xs).sum()`"),
                Arguments.of(
                        "String[] ws = {\"a\"}; ws.contains(\"a\")", "`List.of(ws).contains(…)`"),
                Arguments.of("List.of(1).get(\"a\")", "`get` takes a place"),
                Arguments.of("record P(int x) {} new P(1).getX()", "In Java: `.x()`."),
                Arguments.of("String s = Ann;", "A text stands in quotes: `\"Ann\"`."),
                Arguments.of("if (xs.length + 1 = 2) { }", "`==` compares"),
                Arguments.of("Stream.of(1).filter(x -> x = 2).toList()", "`x == 2`"),
                Arguments.of(
                        "var list = new ArrayList<>(); list.add(1); int k = list.get(0);",
                        "`new ArrayList<Integer>()`"),
                Arguments.of("int k = {1, 2};", "`int[] k = {1, 2};`"),
                Arguments.of(
                        "class Dog { void Dog(String name) { } } new Dog(\"Rex\")",
                        "leave out the `void`"),
                Arguments.of("\"a\" < \"b\"", "`a.compareTo(b) < 0`"),
                Arguments.of("Stream.of(\"a\").map(String::toUppercase).toList()", "`toUpperCase`"),
                Arguments.of("random()", "In Java: `Math.random()`."),
                Arguments.of("help", "`help()` shows what there is"),
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
                // a function in a variable
                Arguments.of(
                        "Function<String, Integer> f = String::length; f(\"a\")",
                        "`f.apply(\"a\")`"),
                Arguments.of("Supplier<Integer> f = () -> 1; f()", "`f.get()`"),
                Arguments.of("Predicate<String> f = null; if (f(\"a\")) { }", "`f.test(\"a\")`"),
                Arguments.of(
                        "BiFunction<Integer, Integer, Integer> f = null; f(1, 2)",
                        "`f.apply(1, 2)`"),
                Arguments.of(
                        "Comparator<String> f = null; f(\"a\", \"b\")",
                        "`f.compare(\"a\", \"b\")`"),
                Arguments.of("Runnable f = null; f();", "`f.run()`"),
                Arguments.of(
                        "class Layer { int apply(int x) { return x; } } var f = new Layer(); f(2)",
                        "`f.apply(2)`"),
                Arguments.of(
                        "interface Area { double of(double r); default int no() { return 1; } } Area f = null; f(2)",
                        "`f.of(2)`"),
                // streams
                Arguments.of("IntStream.of(1).collect(Collectors.toList())", "`.boxed()` before"),
                Arguments.of("IntStream.of(1).toList()", "`.boxed().toList()`"),
                Arguments.of("IntStream.of(1).map(x -> \"a\" + x)", "`mapToObj(…)`"),
                Arguments.of("Stream.of(1).sum()", "`.mapToInt(x -> x).sum()`"),
                Arguments.of("List.of(1).sum()", "`.stream().mapToInt(x -> x).sum()`"),
                Arguments.of(
                        "String s = Stream.of(1).collect(Collectors.joining());",
                        "`.map(String::valueOf)` before"),
                Arguments.of(
                        "Map<String, Integer> m = Stream.of(\"a\").collect(Collectors.groupingBy(x -> x, Collectors.counting()));",
                        "`Collectors.counting()` gives a `Long`"),
                Arguments.of(
                        "Stream.of(1).map(x -> System.out.println(x)).toList()", "`forEach(…)`"),
                Arguments.of(
                        "Stream.of(\"a\").sorted((a, b) -> a.length() > b.length())",
                        "`Integer.compare(a, b)`"),
                Arguments.of(
                        "new ArrayList<String>().sort(Comparator.comparing(x -> x.length()).reversed());",
                        "`(String x) -> …`"),
                // from one type to another
                Arguments.of(
                        "int[] a = Stream.of(1).toArray();",
                        "`.stream().mapToInt(x -> x).toArray()`"),
                Arguments.of(
                        "String[] a = Stream.of(\"a\").toArray();", "`.toArray(String[]::new)`"),
                Arguments.of("List<Integer> l = IntStream.of(1);", "`.boxed().toList()` behind"),
                Arguments.of("List<Integer> l = xs;", "`Arrays.stream(a).boxed().toList()`"),
                Arguments.of("List<String> l = \"a b\".split(\" \");", "`List.of(a)`"),
                Arguments.of("Stream<String> s = \"a b\".split(\" \");", "`Arrays.stream(a)`"),
                Arguments.of("Stream<Integer> s = List.of(1);", "`.stream()` behind"),
                Arguments.of(
                        "Set<Integer> s = Stream.of(1).map(x -> x);",
                        "`.collect(Collectors.toSet())`"),
                Arguments.of("ArrayList<Integer> l = List.of(1);", "`new ArrayList<>(…)` around"),
                Arguments.of("int k = IntStream.of(1).max();", "`.orElse(…)` behind"),
                Arguments.of("String s = Optional.of(\"a\");", "`.orElse(…)` behind"),
                Arguments.of("Optional<String> o = \"a\";", "`Optional.of(…)` around"),
                Arguments.of("Supplier<String> s = \"a\";", "`() -> …`"),
                Arguments.of("Path p = \"a\";", "`Path.of(text)`"),
                Arguments.of("File p = \"a\";", "`new File(text)`"),
                Arguments.of("double d = \"1\";", "`Double.parseDouble(text)`"),
                Arguments.of("Long n = \"1\";", "`Long.parseLong(text)`"),
                Arguments.of("boolean b = \"yes\";", "Without quotes"),
                Arguments.of("float f = nacre.tensor.Tensor.of(1);", "`.item()`"),
                Arguments.of("nacre.tensor.Tensor t = 3;", "`Tensor.of(…)`"),
                // what a lambda uses, and how it is written
                Arguments.of(
                        "void f() { int n = 0; List.of(1).forEach(x -> n += x); }",
                        "It cannot be changed there"),
                Arguments.of(
                        "void f() { for (int i = 0; i < 3; i++) { Runnable r = () -> IO.println(i); } }",
                        "`var copy = i;`"),
                Arguments.of(
                        "Function<Integer, Integer> f = x -> return x;", "`x -> { return …; }`"),
                Arguments.of("List.of(1).forEach(int x -> IO.println(x));", "`(int x) -> …`"),
                // maps, records, patterns and methods
                Arguments.of(
                        "Map<String, Integer> m = Map.of(); for (String k : m) { }",
                        "`m.keySet()`"),
                Arguments.of(
                        "for (String k, Integer v : Map.of()) { }",
                        "`e.getKey()` and `e.getValue()`"),
                Arguments.of(
                        "class C<T> { int c(T a) { return a.compareTo(a); } }",
                        "`<T extends Comparable<T>>`"),
                Arguments.of(
                        "record R(int a) { void set() { a = 3; } }",
                        "What a record holds never changes"),
                Arguments.of("record R(int a) extends Object { }", "extends nothing"),
                Arguments.of(
                        "Object o = 1; if (o instanceof String s || s.isEmpty()) { }",
                        "behind `&&`, not behind `||`"),
                Arguments.of("void f() { void g() { } }", "cannot stand inside of another one"),
                Arguments.of("int f(int a, b) { return a; }", "as in `int b`"),
                // the library
                Arguments.of(
                        "new nacre.layers.core.Dense(3).activation(relu)",
                        "It is a text here: `\"relu\"`."),
                Arguments.of(
                        "nacre.models.Sequential.of(new nacre.layers.core.Dense(3), nacre.layers.core.Input.of(4))",
                        "`Input.of(…)` stands first"),
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
    void whoNamesNoClassOfTheLibraryMeansNoneOfHisOwn() {
        for (String code :
                List.of("nacre.plot.Plot.hist(1)", "nacre.data.Data.moons(9, 0, 1).head()")) {
            String told = notebook.told(code);
            assertFalse(told.contains("the library's"), told);
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
}
