package nacre.tests.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import nacre.tests.Repository;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A learner's own layer, typed into a cell in ten lines, is a full member: it is built, trained,
/// checked, written into summaries and files, and read from them, with no import.
class OwnLayerTest {
    private static final List<String> STRETCH =
            List.of(
                    "class Stretch extends FluentLayer<Stretch> {",
                    "    private final int outputs;",
                    "    private boolean squared;",
                    "    private transient Weight kernel;",
                    "    Stretch(int outputs) { this.outputs = outputs; }",
                    "    Stretch squared(boolean on) { return set(\"squared\", () -> squared = on); }",
                    "    protected void build(Shape in) { kernel = addWeight(\"kernel\", Shape.of(in.last(), outputs)); }",
                    "    protected Tensor call(Tensor x) { return squared ? x.matmul(kernel.tensor()).square()"
                            + " : x.matmul(kernel.tensor()); }",
                    "}");

    @TempDir private Path folder;

    @Test
    void aClassOfTenLinesIsAFullMember() {
        var lines = new ArrayList<>(STRETCH);
        String file = "\"" + folder.resolve("own.keras") + "\"";
        lines.addAll(
                List.of(
                        "Registry.register(Stretch.class);",
                        "new Stretch(4).outputShape(Shape.batch(3))   // (None, 4)",
                        "GradientCheck.of(new Stretch(4).squared(true), Shape.of(2, 3)).passed()   // true",
                        "var own = new Stretch(4).squared(true).name(\"wide\");",
                        "own.getConfig().get(\"squared\")   // true",
                        "var model = Sequential.of(Input.of(3), own, new Dense(1)).seed(1);",
                        "model.countParams()   // 17",
                        "model.summary().toString().contains(\"wide (Stretch)\")   // true",
                        "model.compile(\"sgd\", \"mse\");",
                        "var x = Tensor.ones(Shape.of(4, 3));",
                        "var y = Tensor.zeros(Shape.of(4, 1));",
                        "var history = model.fit(x, y).epochs(3).verbose(0).run();",
                        "history.get(\"loss\").get(2) < history.get(\"loss\").get(0)   // true",
                        "model.save(Path.of(" + file + "));",
                        "var again = Models.load(Path.of(" + file + "));",
                        "Arrays.equals(again.predict(x).toArray(), model.predict(x).toArray())   // true",
                        "again.getLayer(0).getConfig().equals(own.getConfig())   // true"));
        assertEquals(List.of(), run(lines));
    }

    @Test
    void aClassTypedAgainTakesThePlaceOfTheFormer() {
        var lines = new ArrayList<>(STRETCH);
        lines.add("Registry.register(Stretch.class);");
        lines.add("var old = new Stretch(2);");
        lines.addAll(STRETCH);
        lines.add("Layer.of(new Stretch(2).serialize()).getClass() == Stretch.class   // true");
        assertEquals(List.of(), run(lines));
    }

    private static List<String> run(List<String> lines) {
        try (var session = new Session()) {
            return session.run(new Fence(Repository.ROOT.resolve("Made.java"), 1, lines));
        }
    }
}
