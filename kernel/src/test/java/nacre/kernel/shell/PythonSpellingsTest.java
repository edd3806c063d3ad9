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

/// Keras as it is written in Python, answered in Java.
class PythonSpellingsTest {
    private static Notebook notebook;

    @BeforeAll
    static void open() {
        notebook = new Notebook();
        notebook.run(
                """
                class Dense {
                    Dense(int units) {}
                    static Dense of(Object identifier) { return null; }
                    double[] getWeights() { return new double[0]; }
                    Dense input() { return this; }
                    Dense activation(String name) { return this; }
                }
                class Shape {
                    static Shape of(int... sizes) { return new Shape(); }
                }
                class Tensor {
                    private int shape;
                    int shape() { return 0; }
                    static Tensor of(float[][] rows) { return new Tensor(); }
                    static Tensor of(double[][] rows) { return new Tensor(); }
                    static Tensor ones(Shape shape) { return new Tensor(); }
                    Tensor exp() { return this; }
                    Tensor relu() { return this; }
                }
                var layer = new Dense(3);
                var t = new Tensor();
                int n = 2;""");
    }

    @AfterAll
    static void close() {
        notebook.close();
    }

    @Test
    void anElseOfJavaIsNoConditionalExpression() {
        String told = notebook.told("Object o = 5; if (n > 3) println(o); else println(n)");
        assertFalse(told.contains("?"), told);
        assertTrue(told.contains("`System.out.println(…)`"), told);
    }

    static Stream<Arguments> spellings() {
        return Stream.of(
                Arguments.of("layer.get_weights()", "`getWeights`"),
                Arguments.of("layer.getWeight()", "Did you mean `getWeights`?"),
                Arguments.of("layer.input.activation(\"relu\")", "`input()`"),
                Arguments.of("t.shape", "`shape` is a method; call it with parentheses"),
                Arguments.of("t + t", "`a.add(b)` for `a + b`"),
                Arguments.of("2 * t", "`Tensor.of(2).mul(b)` for `2 * b`"),
                Arguments.of("t > t", "`a.greater(b)` for `a > b`"),
                Arguments.of("-t", "`a.neg()` for `-a`"),
                Arguments.of("var p = t @ t;", "`t.matmul(t)`"),
                Arguments.of("t.T", "`.transpose()`"),
                Arguments.of("t.append(t)", "`Tensor.concat(List.of(a, b), 0)`"),
                Arguments.of("Tensor.of([[1, 2]])", "`Tensor.of(new double[][] {{1, 2}})`"),
                Arguments.of("t[0, 1]", "`t.get(0, 1)`"),
                Arguments.of("Sequential([Dense(3)])", "`Sequential.of(new Dense(3))`"),
                Arguments.of(
                        "Sequential([tf.keras.layers.Dense(3)])", "`Sequential.of(new Dense(3))`"),
                Arguments.of("x = Dense(3)(Input(4))", "`new Dense(3).apply(Input.of(4))`"),
                Arguments.of("var y = new Dense(3)(t);", "`new Dense(3).apply(t)`"),
                Arguments.of("layers.Add()([t, t])", "`new Add().apply(t, t)`"),
                Arguments.of(
                        "Dense(3, use_bias=False, padding=\"same\")(t)",
                        "`new Dense(3).useBias(false).padding(\"same\").apply(t)`"),
                Arguments.of("Model(inputs=t, outputs=t)", "`Model.of(t, t)`"),
                Arguments.of("Model([t, t], t)", "`Model.of(List.of(t, t), t)`"),
                Arguments.of("plt.plot(t)", "`Plot.line(…)`"),
                Arguments.of("class Mine(layers.Layer): pass", "`class Mine extends Layer { … }`"),
                Arguments.of("new Dense(3, input_shape=(4,))", "`Sequential.of(Input.of(4), "),
                Arguments.of("Tensor.of(new int[][] {{1, 2}})", "`new double[][] {…}`"),
                Arguments.of("Tensor.ones(2, 3)", "`ones(Shape.of(2, 3))`"),
                Arguments.of("Dense(10)", "`new Dense(…)`"),
                Arguments.of("boolean b = True;", "`True` is `true`"),
                Arguments.of("Object o = None;", "`None` is `null`"),
                Arguments.of("double[] xs = [1, 2, 3];", "`double[] xs = {1, 2, 3};`"),
                Arguments.of("xs = [1, 2]", "`List.of(1, 2)`"),
                Arguments.of("xs = ['a', 'b']", "`new String[] {\"a\", \"b\"}`"),
                Arguments.of("print(n)", "`System.out.println(…)`"),
                Arguments.of(
                        "for i in range(10): print(i)", "`for (int i = 0; i < 10; i++) { … }`"),
                Arguments.of("def f(x): return x", "A method in Java"),
                Arguments.of("String s = 'relu';", "double quotes"),
                Arguments.of("int k = n ** 2;", "`Math.pow(n, 2)`"),
                Arguments.of("if (not true) { }", "`not` is `!`"),
                Arguments.of("# a comment", "`//`"),
                Arguments.of("n if n > 3 else 4", "`n > 3 ? n : 4`"),
                Arguments.of("del n", "Nothing needs deleting"),
                Arguments.of(
                        "[k * k for k in range(10)]",
                        "`IntStream.range(0, 10).map(k -> k * k).toArray()`"),
                Arguments.of(
                        "var ys = [w.strip() for w in words]",
                        "`words.stream().map(w -> w.strip()).toList()`"),
                Arguments.of("var (a, b) = t.parts();", "`var a = …; var b = …;`"),
                Arguments.of(
                        "(x_train, y_train), (x_test, y_test) = mnist.load_data()",
                        "`var x_train = …; var y_train = …;`"),
                Arguments.of("new Dense((3, 3))", "`new int[] {3, 3}`"),
                Arguments.of("Input(shape=(28, 28))", "`Input.of(28, 28)`"),
                Arguments.of("keras.models.load_model(\"m.keras\")", "`Models.load("),
                Arguments.of("a, b = 1, 2", "`var a = …; var b = …;`"),
                Arguments.of("keras.layers.Dense(3)", "`new Dense(…)`"),
                Arguments.of("np.linspace(0, 1)", "`Tensor` has what NumPy does"),
                Arguments.of("np.pi", "`Math.PI`"),
                Arguments.of("relu(t)", "In Java: `t.relu()`."),
                Arguments.of("ops.relu(t)", "In Java: `t.relu()`."),
                Arguments.of("tf.nn.relu(t)", "In Java: `t.relu()`."),
                Arguments.of("keras.ops.softmax(t)", "`t.softmax(-1)`"),
                Arguments.of("np.sum(t, axis=1)", "`t.sum(1)`"),
                Arguments.of("len(t)", "`t.dim(0)`"),
                Arguments.of("np.dot(t, t)", "`t.matmul(t)`"),
                Arguments.of("np.maximum(t, 0.5)", "`t.maximum(0.5f)`"),
                Arguments.of("np.exp(t)", "`t.exp()` of a tensor, `Math.exp(t)` of a number."),
                Arguments.of("np.exp(2)", "In Java: `Math.exp(2)`."),
                Arguments.of("Math.exp(t)", "In Java: `t.exp()`."),
                Arguments.of("relu(2.5)", "`Tensor.of(2.5f).relu()`"),
                Arguments.of("gelu(t)", "`new Activation(\"gelu\").apply(t)`"),
                Arguments.of("np.zeros((2, 3))", "`Tensor.zeros(Shape.of(2, 3))`"),
                Arguments.of("np.zeros((n, 3))", "`Tensor.zeros(Shape.of(n, 3))`"),
                Arguments.of("zeros(2)", "`Tensor.zeros(Shape.of(2))`"),
                Arguments.of("np.array([[1, 2]])", "`Tensor.of(new double[][] {{1, 2}})`"),
                Arguments.of("tf.constant([1, 2])", "`Tensor.of(new double[] {1, 2})`"),
                Arguments.of(
                        "np.random.rand(3)", "`new RandomStream(1).uniform(Shape.of(3), 0, 1)`"),
                Arguments.of(
                        "np.random.normal(0, 2, (3, 3))",
                        "`new RandomStream(1).normal(Shape.of(3, 3), 0, 2)`"),
                Arguments.of("t[0]", "a number is `.get(0)`, a row `.at(0, 0)`"),
                Arguments.of("t[0] = 3;", "A tensor never changes"),
                Arguments.of("t.dtype", "always floats"),
                Arguments.of("Tensor u = {1, 2};", "`Tensor.of(new double[] {…})`"),
                Arguments.of("Map<String, Integer> m = Map.of(); m[0]", "`.get(\"name\")`"),
                Arguments.of("max(1, 2)", "`Math.max(…)`"),
                Arguments.of("f'{n}'", "no f-strings"),
                Arguments.of("!ls", "`%%bash`"),
                Arguments.of("len(\"abc\")", "`\"abc\".length()` of a text"),
                Arguments.of("println(n)", "`System.out.println(…)`"),
                Arguments.of("y = 5", "`var y = …`"),
                Arguments.of("y = 5\nz = 6", "`var y = …`"),
                Arguments.of("import numpy", "imported already"),
                Arguments.of("if (n > 1) { } elif (n > 0) { }", "`else if`"),
                Arguments.of("if n > 3:\n    n", "`if (n > 3) { … }`"),
                Arguments.of("while True:\n    pass", "`while (true) { … }`"),
                Arguments.of("class A:\n    x = 1", "`class A { … }`"),
                Arguments.of("try:\n    n", "`try { … } catch (Exception e) { … }`"),
                Arguments.of("raise ValueError('x')", "`throw new"),
                Arguments.of("pass", "`{ }`"),
                Arguments.of("n is None", "`n == null`"),
                Arguments.of("var d = {\"a\": 1}", "`Map.of(\"a\", 1)`"),
                Arguments.of("var both = (1, 2)", "no tuples"),
                Arguments.of("int(3.5)", "`(int) x`"),
                Arguments.of("type(n)", "`x.getClass()`"),
                Arguments.of("input(\"name\")", "`new Scanner(System.in).nextLine()`"),
                Arguments.of("new ArrayList<Integer>().append(3)", "`.add(…)`"),
                Arguments.of("IntStream.range(0, 5).toList()", "`.toArray()`"),
                Arguments.of("\"abc\".upper()", "`.toUpperCase(…)`"),
                Arguments.of("n is not null", "`n != null`"),
                Arguments.of("3 not in words", "`!words.contains(3)`"),
                Arguments.of("(1, 2)", "Java has no tuples"),
                Arguments.of("int[] xs = (1, 2);", "`int[] xs = {1, 2};`"),
                Arguments.of("int a, b = 1, 2;", "`int a = 1, b = 2;`"),
                Arguments.of("import tensorflow.keras as keras", "imported already"),
                Arguments.of("var f = lambda x, y: x + y", "`(x, y) -> …`"),
                Arguments.of("words[1:-1]", "`words.subList(1, words.size() - 1)` of a list"),
                Arguments.of("double(3)", "`(double) x`"),
                Arguments.of("xs = []", "`new ArrayList<Integer>()`"),
                Arguments.of("{\"a\": 1}", "`Map.of(\"a\", 1)`"),
                Arguments.of("exit()", "`%exit`"),
                Arguments.of("self.x", "`self` is `this`"),
                Arguments.of("@property\ndef x(self): return 1", "A method in Java"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "void print(String text) { } print(3)",
                "void len(String text) { } len(3)",
                "class Me { int a; } Me self = new Me(); self.b",
                "int[] counts = nothing, others;",
                "double relu(double x) { return x; } relu(t)",
                "String ops = \"a\"; ops.relu(t)",
                "square(4)",
                "int exit() { return 1; } exit(3)",
                "int my_count = \"a\";",
                "boolean done = false; !done + 1",
                "int f(int x) { return x; } f(3)(4)",
                "var list = new ArrayList<Integer>()(3);"
            })
    void theLearnersOwnNamesAreNoPython(String code) {
        String told = notebook.told(code);
        assertFalse(told.matches("(?s).*(?:In Java|in Java|%exit|%%bash).*"), told);
    }

    @ParameterizedTest
    @MethodSource("spellings")
    void pythonIsAnsweredInJava(String code, String hint) {
        String told = notebook.told(code);
        assertTrue(told.contains(hint), told);
    }
}
