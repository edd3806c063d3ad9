package nacre.kernel.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NotebookTest {
    private static final String EMPTY =
            "{\"cells\": %s, \"metadata\": {}, \"nbformat\": 4, \"nbformat_minor\": 2}";

    @TempDir private Path folder;

    /// The file was written by Jupyter's own library: other letters, line ends inside lines,
    /// numbers, empty lists.
    @Test
    void aNotebookFromJupyterIsWrittenBackByteForByte() throws Exception {
        Path file = Path.of(NotebookTest.class.getResource("jupyter.ipynb").toURI());
        assertEquals(Files.readString(file), Notebook.read(file).toString());
    }

    @Test
    void cellsOfOlderNotebooksGetIdsThatStay() throws IOException {
        Path file =
                file(
                        EMPTY.formatted(
                                "[{\"cell_type\": \"markdown\", \"metadata\": {}, \"source\": \"a\"}]"));
        String first = Notebook.read(file).toString();
        assertTrue(first.contains("\"id\": \""), first);
        assertTrue(first.contains("\"nbformat_minor\": 5"), first);
        assertEquals(first, Notebook.read(file).toString());
    }

    @Test
    void twoCellsNeverShareAnId() throws IOException {
        String cell =
                "{\"cell_type\": \"raw\", \"id\": \"same\", \"metadata\": {}, \"source\": \"a\"}";
        var cells = Notebook.read(file(EMPTY.formatted("[" + cell + "," + cell + "]"))).cells();
        assertEquals("same", cells.get(0).json().get("id").getAsString());
        assertTrue(!cells.get(1).json().get("id").getAsString().equals("same"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "Dear reader | it is not JSON (line 1, column ",
                "`` | the file is empty",
                "`{\"cells\": [}` | it is not JSON (line 1, column 12)",
                "`{\"a\": 1,\n<<<<<<< HEAD\n}` | a merge left its marks in it",
                "[] | is JSON but not a notebook",
                "`{\"nbformat\": 3}` | has notebook format 3, and Nacre reads format 4. Convert it: jupyter nbconvert",
                "`{\"nbformat\": 4}` | has no list of `cells`",
                "`{\"nbformat\": 4, \"cells\": [7]}` | one of its cells has no `cell_type`"
            })
    void aDamagedFileIsToldInOneSentence(String content, String message) throws IOException {
        Path file = file(content);
        var trouble = assertThrows(Trouble.class, () -> Notebook.read(file));
        assertTrue(trouble.getMessage().contains(message), trouble.getMessage());
        assertTrue(trouble.getMessage().contains("lesson.ipynb"), trouble.getMessage());
        assertEquals(1, trouble.getMessage().lines().count());
    }

    @Test
    void aMissingNotebookBringsTheOneThatMayBeMeant() throws IOException {
        Files.writeString(folder.resolve("08-dropout.ipynb"), "");
        Files.writeString(folder.resolve("18-losses.ipynb"), "");
        var trouble = assertThrows(Trouble.class, () -> Notebook.read(folder.resolve("8.ipynb")));
        assertTrue(
                trouble.getMessage().endsWith("Did you mean 08-dropout.ipynb?"),
                trouble.getMessage());
    }

    @Test
    void aFolderIsNoNotebook() {
        var trouble = assertThrows(Trouble.class, () -> Notebook.read(folder));
        assertTrue(trouble.getMessage().contains("it is a folder"), trouble.getMessage());
    }

    @Test
    void aNotebookOfAnotherLanguageIsRefused() throws IOException {
        Path file =
                file(
                        EMPTY.formatted("[]")
                                .replace("{},", "{\"kernelspec\": {\"language\": \"python\"}},"));
        var trouble = assertThrows(Trouble.class, () -> Notebook.read(file).requireJava());
        assertTrue(trouble.getMessage().contains("for python"), trouble.getMessage());
    }

    private Path file(String content) throws IOException {
        return Files.writeString(folder.resolve("lesson.ipynb"), content);
    }
}
