package nacre.kernel.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MarkdownTest {
    @TempDir private Path folder;

    @Test
    void formulasAreSavedFromMarkdown() {
        assertFalse(html("$a_1 * b_2 * c_3$").contains("<em>"));
        assertTrue(html("see $$x_1 = y_1$$").contains("<math display=\"block\">"));
    }

    @Test
    void aBlockFormulaMayHaveLinesThatLookLikeMarkdown() {
        String html = html("before\n$$\nx\n= y\n- z\n$$\nafter");
        assertTrue(html.contains("<math display=\"block\">"), html);
        assertFalse(html.contains("<h1") || html.contains("<li>"), html);
        assertTrue(html.contains("<p>after</p>"), html);
    }

    @Test
    void moneyIsNoFormula() {
        assertEquals(
                "<p>costs 5 $ or 6 $, or $5 and $6</p>\n", html("costs 5 $ or 6 $, or $5 and $6"));
        assertEquals("<p>a $x$</p>\n", html("a \\$x\\$"));
    }

    @Test
    void aLinkToANotebookLeadsToItsPage() {
        assertTrue(
                html("[next](08-dropout.ipynb#try)").contains("<a href=\"08-dropout.html#try\">"));
        assertTrue(
                html("[x](https://example.org/a.ipynb)")
                        .contains("href=\"https://example.org/a.ipynb\""));
    }

    @Test
    void tablesAreTables() {
        assertTrue(html("| a | b |\n|---|--:|\n| 1 | 2 |").contains("<td align=\"right\">2</td>"));
    }

    @Test
    void javaIsColouredAndOtherCodeIsNot() {
        assertTrue(html("```java\nint x;\n```").contains("<span class=\"keyword\">int</span>"));
        assertFalse(html("```\nint x;\n```").contains("<span"));
    }

    @Test
    void headingsHaveNamesOfTheirOwn() {
        var markdown = new Markdown(new Pictures(folder));
        markdown.html("# The `Dense` layer", new JsonObject());
        markdown.html("## Try it\n## Try it", new JsonObject());
        assertEquals(
                List.of(
                        new Heading(1, "the-dense-layer", "The Dense layer"),
                        new Heading(2, "try-it", "Try it"),
                        new Heading(2, "try-it-2", "Try it")),
                markdown.headings());
    }

    @Test
    void picturesComeIntoThePage() throws IOException {
        Files.write(folder.resolve("a b.png"), new byte[] {1, 2, 3});
        assertTrue(
                html("![dots](a%20b.png)")
                        .contains("<img src=\"data:image/png;base64,AQID\" alt=\"dots\">"));
    }

    @Test
    void attachedPicturesToo() {
        var attachments =
                JsonParser.parseString("{\"a.png\": {\"image/png\": \"AQID\"}}").getAsJsonObject();
        String html =
                new Markdown(new Pictures(folder)).html("![x](attachment:a.png)", attachments);
        assertTrue(html.contains("src=\"data:image/png;base64,AQID\""), html);
    }

    @Test
    void aPictureThatIsNotThereLeavesItsDescription() {
        assertEquals(
                "<p><span class=\"missing\">[picture: a cat]</span></p>\n",
                html("![a cat](cat.png)"));
        assertFalse(html("![a cat](https://example.org/cat.png)").contains("https"));
    }

    private String html(String markdown) {
        return new Markdown(new Pictures(folder)).html(markdown, new JsonObject());
    }
}
