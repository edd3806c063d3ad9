package nacre.tests.docs;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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

    private static Stream<Fence> fences() {
        var docs = Repository.javaFiles(SOURCES).stream().map(Fence::inJava);
        var readme = Files.exists(README) ? Fence.inMarkdown(README) : List.<Fence>of();
        return Stream.concat(docs, Stream.of(readme)).flatMap(List::stream);
    }

    private static void run(Fence fence) {
        List<String> wrong = SESSION.run(fence);
        if (!wrong.isEmpty()) {
            fail(String.join("\n", wrong));
        }
    }
}
