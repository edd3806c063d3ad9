package nacre.tests.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import nacre.tests.Repository;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// Every example in the library's docs and in the README runs and shows what it says.
class DocExamplesTest {
    private static final Path SOURCES = Repository.ROOT.resolve("layers-lib/src/main/java");
    private static final Path README = Repository.ROOT.resolve("README.md");
    private static final Session SESSION = new Session();

    @AfterAll
    static void close() {
        SESSION.close();
    }

    @TestFactory
    Stream<DynamicTest> examples() {
        return fences().map(fence -> dynamicTest(fence.name(), () -> run(fence)));
    }

    @Test
    void thereAreExamples() {
        assertFalse(fences().toList().isEmpty());
    }

    /// A package that a learner uses is imported for them; `compute` and `saving` work behind it.
    @Test
    void whatALearnerUsesIsImported() {
        var used = new TreeSet<String>();
        for (Path file : Repository.javaFiles(SOURCES)) {
            String floor = SOURCES.relativize(file.getParent()).toString().replace('/', '.');
            boolean inside = floor.matches("nacre\\.(compute|saving)(\\..*)?");
            if (!inside && isPublicType(file)) {
                used.add("import " + floor + ".*;");
            }
        }
        var made = new TreeSet<>(Session.imports());
        made.removeIf(line -> !line.matches("import nacre\\..*\\*;"));
        assertEquals(used, made, "layers-lib/src/main/resources/nacre/imports must list them");
    }

    private static Stream<Fence> fences() {
        var docs = Repository.javaFiles(SOURCES).stream().map(Fence::inJava);
        var readme = Files.exists(README) ? Fence.inMarkdown(README) : List.<Fence>of();
        return Stream.concat(docs, Stream.of(readme)).flatMap(List::stream);
    }

    private static boolean isPublicType(Path file) {
        return Repository.lines(file).stream().anyMatch(line -> line.startsWith("public "));
    }

    private static void run(Fence fence) {
        List<String> wrong = SESSION.run(fence);
        if (!wrong.isEmpty()) {
            fail(String.join("\n", wrong));
        }
    }
}
