"""What learners write into cells and ask about them: a table for each kind, through Jupyter's own client."""

import re
import tempfile
import time
import unittest

from conversation import TIMEOUT, Conversation

# Cells one after another, and the last one's value.
VALUES = [
    (["int twice(int x) { return helper(x); }\nint helper(int x) { return 2 * x; }\ntwice(4)"], "8"),
    (
        [
            "sealed interface Shape {}\nrecord Disc(double r) implements Shape {}\nrecord Tile(double a) implements Shape {}",
            "double area(Shape s) { return switch (s) { case Disc d -> 3 * d.r(); case Tile t -> t.a() * t.a(); }; }",
            "area(new Tile(3))",
        ],
        "9.0",
    ),
    (["enum Colour { RED, GREEN; Colour next() { return values()[(ordinal() + 1) % 2]; } }", "Colour.RED.next()"], "GREEN"),
    (["<T extends Comparable<T>> T larger(T a, T b) { return a.compareTo(b) > 0 ? a : b; }", 'larger("a", "b")'], "b"),
    (["import static java.lang.Math.*;", "max(floor(2.5), 1)"], "2.0"),
    (["import module java.sql;", "Types.INTEGER"], "4"),
    (["import java.util.concurrent.atomic.*;", "new AtomicInteger(3)"], "3"),
    (['var text = """\n    a\n      b""";\ntext.lines().toList()'], "[a,   b]"),
    (["@FunctionalInterface interface Step { int on(int x); }\nStep step = x -> x + 1;\nstep.on(1)"], "2"),
    (["class Counter { int n = 1; }\nvar counter = new Counter();", "class Counter { int n = 2; }", "new Counter().n"], "2"),
    (["int rate = 1;\nint scaled(int x) { return rate * x; }", "int rate = 5;", "scaled(2)"], "10"),
    (["int grown(int x) { return x + 1; }", "int grown(int x) { return x + 2; }", "grown(1)"], "3"),
    (["switch (3) { case 3 -> System.out.print(1); default -> {} }\nint after = 7;\nafter"], "7"),
    (["int hidden = 3;\nhidden;"], None),
    (["6 * 7", "_ + 1"], "43"),
    (["int[] squares = {1, 4, 9};", "squares"], "[1, 4, 9]"),
    (["// a comment only"], None),
    (['System.out.printf("%d", 3)'], None),
    (["/** Doubles. */ int doubled(int x) { return 2 * x; }", "doubled(2)"], "4"),
    (["record Pair<A, B>(A a, B b) {}", 'new Pair<>(1, "x")'], "Pair[a=1, b=x]"),
    (
        ["record Range(int low, int high) {\n    Range { if (low > high) throw new IllegalArgumentException(); }\n}", "new Range(1, 2)"],
        "Range[low=1, high=2]",
    ),
    (
        [
            "class Layer { Neuron neuron; int k = 3; }\n"
            "class Neuron { Layer layer = new Layer(); int f() { return layer.k; } }",
            "new Neuron().f()",
        ],
        "3",
    ),
    (['String héllo = "ü😀";\nhéllo'], "ü😀"),
    (['var map = new TreeMap<String, Integer>();\nfor (var w : "b a b".split(" ")) map.merge(w, 1, Integer::sum);\nmap'], "{a=1, b=2}"),
    (["interface Greeter { default String greet() { return \"hi\"; } }", "new Greeter() {}.greet()"], "hi"),
    (["int f(int n) throws Exception { if (n < 0) throw new Exception(); return n; }", "f(3)"], "3"),
    (["Tensor.of(new double[] {1, 2}).shape()"], "(2,)"),
    (["record Spot(int x) {}", "Spot spot = new Spot(3, 4);\nrecord Spot(int x, int y) {}", "spot"], "Spot[x=3, y=4]"),
    (["final int fixed = 5;", "int moved() { int fixed = 1; fixed++; return fixed; }", "fixed + moved()"], "7"),
    (["final int renewed = 5;", "int renewed = 6;", "renewed += 1;", "renewed"], "7"),
]

# Cells that fail, and what the learner must be told.
ERRORS = [
    ("layer.get_weights()", "getWeights"),
    ("layer.call(Tensor.zeros(Shape.of(1, 2)))", "\\.apply"),
    ("layer.units", "getConfig"),
    ("layer.trainable = false;", "give it the value"),
    ("for (int turn = 0; turn < 2; turn++) {} turn", "a block, a loop or a method"),
    ("x -> x + 1", "A lambda needs a type"),
    ("int even = 5 if True else 6", "`true \\? 5 : 6`"),
    ("interface Open permits Shut {}", "Only a sealed type"),
    ("final int most = 5; most = 6;", "`most` is final"),
    ("final int least = 5; Runnable less = () -> least--;", "`least` is final"),
    ("layer.input_shape", "inputShape"),
    ("layer.get_config()", "getConfig"),
    ("var named = Dense(10);", "new Dense"),
    ("new Dense(units=3)", "units"),
    ("boolean yes = True;", "true"),
    ("boolean no = False;", "false"),
    ("Object nothing = None;", "null"),
    ("var list = [1, 2, 3];", "List.of|brackets|\\{1, 2, 3\\}"),
    ("int x = 3.5;", "3.5|double"),
    ('int x = "three";', "String"),
    ("String s = 'three';", "double quotes|\"three\""),
    ("int unset() { }", "return"),
    ("int missing = nothing + 1;", "nothing"),
    ("Math.sqroot(2)", "sqrt"),
    ("Sytem.out.println(1)", "System"),
    ("final int fixed = 1; { final int y = 1; y = 2; }", "final"),
    ("{ int y; System.out.println(y); }", "value|initial"),
    ("if (true) { System.out.println(1);", "}"),
    ('System.out.println("a);', "quote|\""),
    ("int i = 1; int j = i.length();", "int"),
    ("Integer.parseInt(3)", "String"),
    ('new FileReader("x")', "FileNotFoundException|NoSuchFile|x"),
    ("int[] a = {1}; a[3]", "3"),
    ('String none = null; none.length()', "none"),
    ("1 / 0", "zero"),
    ('(Integer) (Object) "a"', "String"),
    ("print(3)", "print"),
    ("def f(x): return x", "def"),
    ("import numpy as np", "import|numpy"),
    ('new Dense(3).activation("rellu")', "relu"),
    ("new Dense(-1)", "-1|positive"),
    ("System.exit(3)", "%exit"),
    ("%tme 1 + 1", "%time"),
]

# What is typed, and one of the names that TAB offers.
COMPLETIONS = [
    ("new Dense(3).act", "activation("),
    ('new Dense(3).activation("', "relu"),
    ('new Conv2D(3, 3).padding("', "same"),
    ('Sequential.of(new Dense(3)).compile("', "adam"),
    ("Math.sq", "sqrt("),
    ("String.va", "valueOf("),
    ("Conv2", "Conv2D"),
    ("Locale.Is", "IsoCountryCode"),
    ("%ti", "%time"),
    ("%%ti", "%%time"),
    ("var s = \"a\"; s.isBl", "isBlank()"),
]

# What is asked about, and what the answer must say.
QUESTIONS = [
    ("new Dense(3)", 7, "activation"),
    ("Math.max(1, 2)", 8, "int Math.max(int"),
    ("String", 3, "String"),
    ("model", 2, "Sequential model"),
]

# Lines that begin with a percent sign, and what they print or show.
MAGICS = [
    ("%help", "%timeit"),
    ("%help timeit", "timeit"),
    ("%time Thread.sleep(1)", "ms"),
    ("%timeit Math.sqrt(2)", "ns|µs|ms"),
    ("%timeit -n 100 -r 5 Math.sqrt(2)", "best of 5 rounds of 100"),
    ("%timeit -n2 -r1 -q Math.sqrt(2)", "^$"),
    ("%%timeit -n 4 -r 2 int begun = 3;\nbegun * 2", "best of 2 rounds of 4"),
    ("%%time\nint slow = 1;\nslow + 1", "ms"),
    ("int listed = 3;\n%who", "listed"),
    ("%whos", "listed +int +3|listed"),
    ("%who int", "listed"),
    ("%lsmagic", "%timeit"),
    ("%env NACRE_TEST_NAME=shell", "^"),
    ("%env NACRE_TEST_NAME", "shell"),
    ("%cd", "/"),
    ("%history", "listed"),
    ("%history -g listed", "listed"),
    ("%classpath", "^"),
    ("%jars", "^"),
    ("%theme", "light|dark"),
    ("%%html\n<b>bold</b>", "bold"),
    ("%%markdown\n**bold**", "bold"),
    ("%%javascript\n1 + 1;", "1 \\+ 1"),
    ("%%bash\necho from bash", "from bash"),
]


class Cells(Conversation):
    def told(self, code):
        """All that a cell prints, shows or answers, as plain text and HTML."""
        reply, messages = self.run_cell(code)
        told = [self.printed(messages)]
        for content in (message["content"] for message in messages):
            told += [str(form) for form in content.get("data", {}).values()]
        told += ["\n".join(reply["content"].get("traceback", []))]
        return reply["content"]["status"], re.sub("\x1b\\[[0-9;]*m", "", "\n".join(told))

    def test_values(self):
        for cells, expected in VALUES:
            with self.subTest(cells=cells):
                for code in cells[:-1]:
                    reply, _ = self.run_cell(code)
                    self.assertEqual("ok", reply["content"]["status"], reply["content"])
                self.assertEqual(expected, self.result(cells[-1]))

    def test_errors_teach(self):
        self.run_cell("var layer = new Dense(3);")
        for code, expected in ERRORS:
            with self.subTest(code=code):
                status, told = self.told(code)
                self.assertEqual("error", status)
                self.assertRegex(told, expected)
                self.assertIn(", line 1\n" if not code.startswith("%") else "%", told)

    def test_a_cell_with_a_mistake_leaves_nothing(self):
        self.run_cell("int before = 1;")
        self.run_cell("int before = 2;\nint half = 3;\nint wrong = nowhere;")
        self.assertEqual("1", self.result("before"))
        status, _ = self.told("half")
        self.assertEqual("error", status)

    def test_tab(self):
        for code, expected in COMPLETIONS:
            with self.subTest(code=code):
                content = self.reply(self.kc.complete(code, len(code)))["content"]
                self.assertIn(expected, content["matches"])

    def test_a_class_that_is_not_imported_comes_with_its_import(self):
        for code, expected in (("new JFrame", "javax.swing.JFrame"), ("var c = HttpCl", "java.net.http.HttpClient")):
            matches = []
            end = time.time() + TIMEOUT
            while not matches and time.time() < end:  # the list of all classes is made beside the first cells
                matches = self.reply(self.kc.complete(code, len(code)))["content"]["matches"]
            self.assertIn(expected, matches)

    def test_file_names_are_completed(self):
        with tempfile.NamedTemporaryFile(prefix="nacre-cells-", suffix=".csv") as file:
            code = f'Files.readString(Path.of("{file.name[:-6]}'
            content = self.reply(self.kc.complete(code, len(code)))["content"]
            self.assertTrue(any(match.endswith(".csv") for match in content["matches"]), content)

    def test_shift_tab(self):
        self.run_cell("var model = Sequential.of(new Dense(3));")
        for code, cursor, expected in QUESTIONS:
            with self.subTest(code=code):
                content = self.reply(self.kc.inspect(code, cursor))["content"]
                self.assertTrue(content["found"])
                self.assertIn(expected, content["data"]["text/plain"])

    def test_magics(self):
        for code, expected in MAGICS:
            with self.subTest(code=code):
                status, told = self.told(code)
                self.assertEqual("ok", status, told)
                self.assertRegex(told, expected)

    def test_files_are_loaded_and_run(self):
        with tempfile.NamedTemporaryFile("w", suffix=".java") as file:
            file.write("int fromFile = 6 * 7;\nSystem.out.println(fromFile);\n")
            file.flush()
            self.assertIn("42", self.told(f"%run {file.name}")[1])
            self.assertEqual("42", self.result("fromFile"))
            reply, _ = self.run_cell(f"%load {file.name}")
            self.assertEqual(["set_next_input"], [each["source"] for each in reply["content"]["payload"]])
            self.assertIn("Overwrote", self.told(f"%%writefile {file.name}\n6 * 7")[1])
            self.assertIn("42", self.told(f"%run {file.name}")[1])

    def test_reset_forgets(self):
        self.run_cell("int forgotten = 1;")
        self.assertEqual("ok", self.told("%reset")[0])
        self.assertEqual("error", self.told("forgotten")[0])
        self.assertEqual("2", self.result("1 + 1"))


if __name__ == "__main__":
    unittest.main(verbosity=2)
