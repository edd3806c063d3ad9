package nacre.kernel.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What TAB offers between quotes.
class TextCompletionTest {
    @Test
    void anOptionOffersItsNames() {
        assertTrue(texts("new Dense(3).activation(\"").contains("relu"));
        assertEquals(
                List.of("selu", "sigmoid", "silu"),
                texts("new Dense(3).activation(\"s").stream()
                        .filter(each -> each.matches("s[ei].*"))
                        .toList());
        assertEquals(List.of("valid", "same", "causal"), texts("new Conv1D(8, 3).padding(\""));
        assertEquals(List.of("valid", "same"), texts("new Conv2D(8, 3).strides(2).padding(\""));
        assertTrue(texts("mine.padding(\"").contains("causal"), "it may be a Conv1D");
        assertTrue(texts("new Activation(\"re").contains("relu"));
    }

    @Test
    void theArgumentCounts() {
        assertTrue(texts("model.compile(\"").contains("sgd"));
        assertTrue(
                texts("model.compile(new Adam(1e-3, List.of(1, 2)), \"mean")
                        .contains("mean_squared_error"));
        assertTrue(texts("model.compile(\"adam\", \"mse\", \"acc").contains("accuracy"));
    }

    @Test
    void theTypedPartIsReplaced() {
        String code = "new Dense(3).activation(\"re";
        Completion found = TextCompletion.of(code).orElseThrow();
        assertEquals(code.length() - 2, found.start());
        assertEquals(code.length(), found.end());
    }

    @Test
    void filesAreOfferedWhereAPathIsMeant(@TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("numbers.csv"), "");
        assertEquals(List.of("numbers.csv"), texts("Path.of(\"" + folder + "/num"));
        assertEquals(List.of("numbers.csv"), texts("String s = \"" + folder + "/num"));
    }

    @Test
    void nothingIsOfferedOutsideOfTexts() {
        assertTrue(TextCompletion.of("new Dense(3).activation(\"relu\").").isEmpty());
        assertTrue(TextCompletion.of("String s = \"a\\\"b\" + ").isEmpty());
        assertTrue(TextCompletion.of("// a \" in a comment").isEmpty());
        assertEquals(List.of(), texts("String s = \"some"));
    }

    private static List<String> texts(String before) {
        return TextCompletion.of(before).orElseThrow().items().stream()
                .map(Completion.Item::text)
                .toList();
    }
}
