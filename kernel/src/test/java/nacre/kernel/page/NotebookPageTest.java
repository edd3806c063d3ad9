package nacre.kernel.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import nacre.kernel.notebook.Notebook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NotebookPageTest {
    @TempDir private Path folder;

    @Test
    void thePageHasTheTitleTheCodeAndTheOutputs() throws IOException {
        String page =
                page(
                        markdown("# Dropout & co"),
                        code(
                                "int x = 1;",
                                "{\"output_type\": \"stream\", \"name\": \"stdout\", \"text\": [\"a <b>\\n\"]}"));
        assertTrue(page.contains("<title>Dropout &amp; co</title>"));
        assertTrue(page.contains("<span class=\"count\">7</span>"));
        assertTrue(page.contains("<span class=\"keyword\">int</span>"));
        assertTrue(page.contains("<pre class=\"stream\">a &lt;b&gt;\n</pre>"));
    }

    @Test
    void aChartIsAnImageWithADescription() throws IOException {
        String page =
                page(
                        code(
                                "chart",
                                """
                                {"output_type": "display_data",
                                 "metadata": {"image/svg+xml": {"width": 300, "alt": "loss falls"}},
                                 "data": {"image/svg+xml": "<svg/>", "image/png": "AQID", "text/plain": "chart"}}
                                """));
        assertTrue(
                page.contains(
                        "<img src=\"data:image/svg+xml;base64,PHN2Zy8+\" alt=\"loss falls\" width=\"300\">"),
                page);
        assertFalse(page.contains("AQID"));
    }

    @Test
    void aPictureWithoutDescriptionIsDescribedByItsText() throws IOException {
        String page =
                page(
                        code(
                                "image",
                                """
                                {"output_type": "display_data", "metadata": {},
                                 "data": {"image/png": "AQID\\n", "text/plain": ["a digit\\n", "seven"]}}
                                """));
        assertTrue(
                page.contains("<img src=\"data:image/png;base64,AQID\" alt=\"a digit\nseven\">"),
                page);
    }

    @Test
    void anErrorIsACard() throws IOException {
        String page =
                page(
                        code(
                                "1 / 0",
                                """
                                {"output_type": "error", "ename": "java.lang.ArithmeticException",
                                 "evalue": "/ by zero", "traceback": ["/ by zero", "  1 / 0", "    ^"]}
                                """));
        assertTrue(
                page.contains(
                        "<div class=\"error\"><span class=\"kind\">ArithmeticException</span>"
                                + "<pre>/ by zero\n  1 / 0\n    ^</pre></div>"),
                page);
    }

    @Test
    void threeSectionsMakeAListOfContents() throws IOException {
        assertFalse(page(markdown("## A\n## B")).contains("<nav"));
        assertTrue(page(markdown("## A\n## B\n## C")).contains("<a href=\"#b\">B</a>"));
    }

    @Test
    void nothingIsFetchedAndNothingRuns() throws IOException {
        String page =
                page(
                        markdown("# A\n![x](https://example.org/x.png)"),
                        code("1", "{\"output_type\": \"stream\"}"));
        assertFalse(
                page.contains("<script") || page.contains("<link") || page.contains("src=\"http"));
    }

    @Test
    void theOrderOfFormsDoesNotMatterAndUnknownOnesAreLeftOut() throws IOException {
        String page =
                page(
                        code(
                                "slider",
                                """
                                {"output_type": "display_data", "metadata": {},
                                 "data": {"application/vnd.jupyter.widget-view+json": {"model_id": "7"},
                                          "text/html": "<b>static</b>"}}
                                """));
        assertTrue(page.contains("<div class=\"rich\"><b>static</b></div>"));
        assertEquals(-1, page.indexOf("model_id"));
    }

    private static String markdown(String source) {
        var cell = new JsonObject();
        cell.addProperty("cell_type", "markdown");
        cell.addProperty("source", source);
        return cell.toString();
    }

    private static String code(String source, String... outputs) {
        var cell = new JsonObject();
        cell.addProperty("cell_type", "code");
        cell.addProperty("execution_count", 7);
        cell.addProperty("source", source);
        var list = new JsonArray();
        for (String output : outputs) {
            list.add(JsonParser.parseString(output));
        }
        cell.add("outputs", list);
        return cell.toString();
    }

    private String page(String... cells) throws IOException {
        Path file = folder.resolve("lesson.ipynb");
        Files.writeString(file, "{\"nbformat\": 4, \"cells\": [" + String.join(",", cells) + "]}");
        return NotebookPage.of(Notebook.read(file));
    }
}
