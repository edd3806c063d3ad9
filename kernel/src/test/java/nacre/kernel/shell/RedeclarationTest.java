package nacre.kernel.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/// A variable that is declared once more.
class RedeclarationTest {
    @Test
    void aVariableHasItsOldValueUntilItIsDeclaredAnew() {
        try (var notebook = new Notebook()) {
            notebook.run("int x = 5;");
            var cell = notebook.run("System.out.print(x); int x = 7; System.out.print(x);");
            assertEquals("57", cell.out.toString());
        }
    }

    @Test
    void whatWasMadeWithAVariableSeesItsNewValue() {
        try (var notebook = new Notebook()) {
            notebook.run(
                    """
                    double rate = 0.5;
                    class Step { double size() { return 2 * rate; } }
                    Step step = new Step();
                    java.util.function.DoubleSupplier size = () -> step.size();""");
            notebook.run("double rate = 2;");
            assertEquals("4.0", notebook.value("step.size()"));
            assertEquals("4.0", notebook.value("size.getAsDouble()"));
        }
    }

    @Test
    void aVariableWhoseTypeIsInferredStaysTheSameToo() {
        try (var notebook = new Notebook()) {
            notebook.run("import java.util.*;");
            notebook.run(
                    """
                    var rate = 0.5;
                    var names = new ArrayList<Map<String, int[]>>();
                    class Step { double size() { return rate + names.size(); } }
                    Step step = new Step();""");
            notebook.run("var rate = 2.0;\nvar names = new ArrayList<Map<String, int[]>>();");
            notebook.run("names.add(Map.of());");
            assertEquals("3.0", notebook.value("step.size()"));
        }
    }

    /// Though each can be assigned to the other.
    @Test
    void aVariableWhoseInferredTypeIsAnotherIsAnotherVariable() {
        try (var notebook = new Notebook()) {
            notebook.run("import java.util.*;");
            notebook.run("var n = 1; var m = 2L; var b = true; var list = List.of(\"a\");");
            notebook.run("var n = Integer.valueOf(3); var m = 4; var b = Boolean.TRUE;");
            assertEquals("Integer", notebook.value("n.getClass().getSimpleName()"));
            assertEquals("4", notebook.value("int small = m;\nsmall"));
            assertEquals("Boolean", notebook.value("b.getClass().getSimpleName()"));
            notebook.run("var n = 5; var list = (List) new ArrayList<>();");
            assertEquals("5", notebook.value("n"));
            assertEquals("1", notebook.value("list.add(7);\nlist.size()"));
            notebook.run("var text = (Object) 1;");
            assertEquals("2", notebook.value("var text = \"ab\";\ntext.length()"));
        }
    }

    @Test
    void aVariableWithoutAValueBeginsAnew() {
        try (var notebook = new Notebook()) {
            notebook.run("int n = 4; java.util.function.IntSupplier next = () -> n + 1;");
            notebook.run("int n;");
            assertEquals("1", notebook.value("next.getAsInt()"));
            notebook.run("n = 7;");
            assertEquals("8", notebook.value("next.getAsInt()"));
        }
    }

    /// All parts of a cell see what it declares, above and below.
    @Test
    void aTypeThatIsDeclaredAnewBelowItsUseIsTheOneThatCounts() {
        try (var notebook = new Notebook()) {
            notebook.run("record Point(int x) {}");
            var error = notebook.error("Point p = new Point(3);\nrecord Point(int x, int y) {}");
            assertEquals("`Point` takes (int, int), but got (int).", error.message());
            assertEquals("Point[x=3]", notebook.value("Point p = new Point(3);\np"));
            notebook.error(
                    "record Point(int z) { int bad() { return true; } }\nrecord Point(int z) {}");
            notebook.run("record Point(int w) {}");
            assertEquals("5", notebook.value("new Point(5).w()"));
        }
    }

    @Test
    void whatIsMadeAboveTheNewTypeIsOfTheNewType() {
        try (var notebook = new Notebook()) {
            notebook.run("record Point(int x) {}\nclass Node { int v; Node(int v) {} }");
            assertEquals(
                    "Point[x=3, y=4]",
                    notebook.value("Point p = new Point(3, 4);\nrecord Point(int x, int y) {}\np"));
            notebook.run(
                    "System.out.println(new Point(1, 2, 3));\nrecord Point(int x, int y, int z) {}");
            notebook.run(
                    "class Tree { Node root = new Node(1, null); }\n"
                            + "class Node { int v; Node next; Node(int v, Node next) { this.v = v; } }");
            assertEquals("1", notebook.value("new Tree().root.v"));
        }
    }

    @Test
    void whatIsDeclaredAnewTogetherIsNotMissed() {
        try (var notebook = new Notebook()) {
            String animals =
                    "interface Animal { String sound(%1$s); }\n"
                            + "class Dog implements Animal { public String sound(%1$s) { return \"w\"; } }";
            notebook.run(animals.formatted(""));
            assertEquals(List.of(), List.copyOf(notebook.run(animals.formatted("int n")).shown));
            assertEquals("w", notebook.value("new Dog().sound(2)"));
        }
    }

    @Test
    void eachOfSeveralVariablesIsDeclaredAnew() {
        try (var notebook = new Notebook()) {
            notebook.run("int a = 1, b = 2; int[] c = {3};");
            notebook.run("int a = 4, b = 5; int[] c = {6, 7};");
            assertEquals("457", notebook.value("\"\" + a + b + c[1]"));
        }
    }

    @Test
    void anImportTakesNoObjectItsClass() {
        try (var notebook = new Notebook()) {
            notebook.run("class Cat { int age = 3; }\nCat cat = new Cat();");
            notebook.run("import java.nio.file.*;\n// and more\nimport java.nio.*;");
            assertEquals("3", notebook.value("cat.age"));
        }
    }

    @Test
    void aVariableThatIsEmptyNowCanStillBeNamed() {
        try (var notebook = new Notebook()) {
            notebook.run("class Cat { Cat(int age) {} }\nCat cat = new Cat(1);");
            var cell = notebook.run("class Cat { Cat(String name) {} }");
            assertTrue(cell.shown.toString().contains("cat was made with the old Cat"));
            assertEquals("null", notebook.value("cat"));
        }
    }

    @Test
    void aVariableIsEmptiedOnce() {
        try (var notebook = new Notebook()) {
            notebook.run("class Cat {}\nCat cat = new Cat(), none;");
            notebook.run("class Cat { int age; }");
            assertEquals(List.of(), List.copyOf(notebook.run("class Cat { int size; }").shown));
        }
    }

    @Test
    void whatGoesOnWithTheOldOneIsTold() {
        try (var notebook = new Notebook()) {
            notebook.run("import java.util.*;\nint n = 1; int f() { return 1; } class Cat {}");
            notebook.run("Runnable showN = () -> System.out.print(n);");
            notebook.run("Runnable showF = () -> System.out.print(f()), other = () -> {};");
            notebook.run("List<Object> cats = new ArrayList<>(List.of(1, new Cat()));");
            assertEquals(
                    List.of("The variable showN goes on with the old n; run its cell again."),
                    List.copyOf(notebook.run("String n = \"a\";").shown));
            assertEquals("1", notebook.run("showN.run();").out.toString());
            assertEquals(
                    List.of("The variable showF goes on with the old f; run its cell again."),
                    List.copyOf(notebook.run("int f() { return 2; }").shown));
            assertEquals(
                    List.of("The variable cats goes on with the old Cat; run its cell again."),
                    List.copyOf(notebook.run("class Cat { int age; }").shown));
            assertEquals(
                    List.of(),
                    List.copyOf(notebook.run("int n = 3; int f() { return 2; }").shown),
                    "told already, or nothing new");
        }
    }

    @Test
    void whatHasTheSameWordsAgainIsNotSaidToBeOld() {
        try (var notebook = new Notebook()) {
            String cell = "final int k = 3;\nint f() { return k; }\nclass Cat { int n = k; }";
            notebook.run(cell);
            notebook.run("Runnable show = () -> System.out.print(f() + k + new Cat().n);");
            assertEquals(List.of(), List.copyOf(notebook.run(cell + "\n").shown));
        }
    }

    @Test
    void whatGoesOnWithAMethodThatIsCompiledAnewIsTold() {
        try (var notebook = new Notebook()) {
            notebook.run("record Cat(int age) {}\nObject cat() { return new Cat(1); }");
            notebook.run("java.util.function.Supplier<Object> make = () -> cat();");
            assertEquals(
                    List.of("The variable make goes on with the old cat; run its cell again."),
                    List.copyOf(
                            notebook.run("record Cat(int age) { Object more() { return 1; } }")
                                    .shown));
        }
    }

    @Test
    void aStaticFieldThatBeginsAnewIsTold() {
        try (var notebook = new Notebook()) {
            notebook.run("int step() { return 1; }");
            String cat =
                    """
                    class Cat {
                        static final int LIVES = 9;
                        static final java.util.List<Cat> ALL = new java.util.ArrayList<>();
                        static int count = 0;
                        static String last;
                        static boolean quiet = true;
                        Cat() { count += step(); }
                        int age%s;
                    }""";
            notebook.run(cat.formatted(""));
            assertEquals(List.of(), List.copyOf(notebook.run(cat.formatted("1")).shown));
            notebook.run("new Cat(); new Cat(); Cat.ALL.add(new Cat());");
            assertEquals(
                    List.of(
                            "The static field Cat.ALL begins anew with the new Cat.",
                            "The static field Cat.count begins anew with the new Cat; it was 3."),
                    List.copyOf(notebook.run(cat.formatted("2")).shown));
            notebook.run("Cat.last = \"Tom\"; Cat.quiet = false;");
            assertEquals(
                    List.of(
                            "The static field Cat.last begins anew with the new Cat; it was \"Tom\".",
                            "The static field Cat.quiet begins anew with the new Cat; it was false."),
                    List.copyOf(notebook.run("int step() { return 2; }").shown));
            assertEquals(List.of(), List.copyOf(notebook.run("class Cat {}").shown));
        }
    }

    @Test
    void aClassIsNotUsedForTheFirstTimeToSeeWhatBeginsAnew() {
        try (var notebook = new Notebook()) {
            notebook.run("int loud(int n) { System.out.print(n); return n; }");
            notebook.run("class Cat { static int age = loud(1); }");
            var cell = notebook.run("class Cat { static int age = loud(2); }");
            assertEquals("", cell.out + String.join("", cell.shown));
        }
    }

    @Test
    void whatTheCellItselfFillsAnewIsNotSaidToBeOld() {
        try (var notebook = new Notebook()) {
            notebook.run("import java.util.*;\nint f() { return 1; } class Cat {}");
            notebook.run("Map<String, Runnable> jobs = new HashMap<>();");
            notebook.run("Cat cat = new Cat(); void adopt() { cat = new Cat(); }");
            String again = "int f() { return %d; }\njobs.put(\"f\", () -> System.out.print(f()));";
            notebook.run(again.formatted(1));
            assertEquals(List.of(), List.copyOf(notebook.run(again.formatted(2)).shown));
            assertEquals(
                    List.of(), List.copyOf(notebook.run("class Cat { int age; } adopt();").shown));
            assertEquals(
                    List.of("The variable jobs goes on with the old f; run its cell again."),
                    List.copyOf(notebook.run("int f() { return 3; }\nint n = 1 / 0;").shown));
        }
    }

    @Test
    void nothingOfTheLearnersRunsWhenWhatGoesOnIsLookedFor() {
        try (var notebook = new Notebook()) {
            notebook.run(
                    """
                    import java.util.*;
                    int f() { return 1; }
                    class Loud extends AbstractList<Object> {
                        public int size() { System.out.print("size"); return 1; }
                        public Object get(int i) { System.out.print("get"); throw new AssertionError(); }
                    }
                    List<Object> loud = new Loud();""");
            notebook.run(
                    """
                    var fixed = Collections.unmodifiableList(loud);
                    var reversed = loud.reversed();
                    var all = List.of(fixed, (Runnable) () -> f());""");
            notebook.run("var part = new Loud().subList(0, 1);");
            var cell = notebook.run("int f() { return 2; }");
            assertEquals("", cell.out.toString());
            assertEquals(
                    List.of("The variable all goes on with the old f; run its cell again."),
                    List.copyOf(cell.shown));
        }
    }

    @Test
    void whatIsMadeAnewInTheSameCellIsNotSaidToBeOld() {
        try (var notebook = new Notebook()) {
            String cell = "int f() { return %d; }\nRunnable show = () -> System.out.print(f());";
            notebook.run(cell.formatted(1));
            assertEquals(List.of(), List.copyOf(notebook.run(cell.formatted(2)).shown));
            assertEquals("2", notebook.run("show.run();").out.toString());
        }
    }

    @Test
    void aMethodDoesNotSufferFromWhatItNoLongerUses() {
        try (var notebook = new Notebook()) {
            notebook.run("enum Side { LEFT, RIGHT }\nrecord Point(int x) {}");
            notebook.run("int twice(int n) { return Side.values().length * n; }");
            notebook.run("int twice(int n) { return 2 * new Point(n).x(); }");
            notebook.run("enum Side { LEFT, RIGHT, TOP }");
            assertEquals("6", notebook.value("twice(3)"));
        }
    }

    @Test
    void anEmptyLineMakesNoOtherClass() {
        try (var notebook = new Notebook()) {
            notebook.run("record Point(int x) {}\nPoint point = new Point(1);");
            notebook.run("\n\nrecord Point(int x) {}");
            assertEquals("1", notebook.value("point.x()"));
        }
    }

    /// `var` is compiled anew with what it was computed from.
    @Test
    void aValueDoesNotSufferFromWhatItWasComputedFrom() {
        try (var notebook = new Notebook()) {
            notebook.run("int size = 3; var twice = 2 * size;");
            notebook.run("String[] size = {\"a\" + twice};");
            assertEquals("a6", notebook.value("size[0]"));
            assertEquals("6", notebook.value("twice"));
        }
    }

    /// What a cell runs is compiled anew only if it names what has become another one.
    @Test
    void aValueIsOfTheTypeThatItHadAtThatPlace() {
        try (var notebook = new Notebook()) {
            notebook.run("int n = 3;");
            notebook.run("int plus(int k) { return n + k; }\nvar copy = n;\nString n = \"a\";");
            assertEquals("3a", notebook.value("copy + n"));
        }
    }

    /// A method from an earlier cell calls one that is declared anew below.
    @Test
    void aCellRunsWithTheMethodsThatItDeclares() {
        try (var notebook = new Notebook()) {
            notebook.run("int size(int n) { return n; }\nint next(int n) { return size(n) + 1; }");
            String cell = "var y = next(3); var z = y + 1; int size(int n) { return 10 * n; }\nz";
            assertEquals("32", notebook.value(cell));
        }
    }

    /// JShell puts overloads into one class when an import makes it compile them together.
    @Test
    void anOverloadThatIsReplacedIsNoLongerFoundBesideTheOthers() {
        try (var notebook = new Notebook()) {
            notebook.run("int m(int n) { return 1; }");
            notebook.run("int m(String s) { return 2; }");
            notebook.run("import java.util.concurrent.*;");
            notebook.run("int m(int n) { return 3; }");
            assertEquals("3", notebook.value("m(0)"));
            assertEquals("2", notebook.value("m(\"\")"));
            notebook.error("String m(int n) { return null; }\nimport java.util.zip.*;\nmissing();");
            assertEquals("3", notebook.value("m(0)"));
        }
    }

    @Test
    void anOverloadThatIsCompiledAnewIsNoLongerFoundBesideTheOthers() {
        try (var notebook = new Notebook()) {
            notebook.run("enum E { A }");
            notebook.run("int m(int n) { return switch (E.A) { case A -> 1; }; }");
            notebook.run("int m(String s) { return 2; }");
            notebook.run("enum E { A, B }");
            notebook.run("import java.util.concurrent.*;");
            notebook.run("enum E { A }");
            assertEquals("1", notebook.value("m(0)"));
        }
    }
}
