package nacre.kernel.runner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nacre.display.Display;
import nacre.kernel.notebook.NotebookJson;
import nacre.kernel.shell.CellError;
import org.junit.jupiter.api.Test;

class OutputsTest {
    private final Outputs outputs = new Outputs();

    @Test
    void printsOfOneStreamAreOneOutput() {
        outputs.stdout("a");
        outputs.stdout("b\nc");
        outputs.stderr("!");
        outputs.stdout("");
        assertEquals(
                """
                [
                 {
                  "name": "stdout",
                  "output_type": "stream",
                  "text": [
                   "ab\\n",
                   "c"
                  ]
                 },
                 {
                  "name": "stderr",
                  "output_type": "stream",
                  "text": [
                   "!"
                  ]
                 }
                ]
                """,
                NotebookJson.write(outputs.json()));
    }

    @Test
    void textIsStoredAsLinesAndPicturesAsOneString() {
        var data = new LinkedHashMap<String, Object>();
        data.put("image/png", new byte[] {1, 2, 3});
        data.put("image/svg+xml", "<svg>\n</svg>");
        data.put("application/json", Map.of("a", 1));
        data.put("text/plain", "two\nlines");
        outputs.result(new Display(data, Map.of("image/png", Map.of("width", 20))), 3);
        assertEquals(
                """
                [
                 {
                  "data": {
                   "application/json": {
                    "a": 1
                   },
                   "image/png": "AQID",
                   "image/svg+xml": [
                    "<svg>\\n",
                    "</svg>"
                   ],
                   "text/plain": [
                    "two\\n",
                    "lines"
                   ]
                  },
                  "execution_count": 3,
                  "metadata": {
                   "image/png": {
                    "width": 20
                   }
                  },
                  "output_type": "execute_result"
                 }
                ]
                """,
                NotebookJson.write(outputs.json()));
    }

    @Test
    void anUpdateTakesThePlaceOfWhatWasShown() {
        var live = outputs.show(Display.of("first"));
        outputs.stdout("between\n");
        live.update("second");
        var json = outputs.json();
        assertEquals(2, json.size());
        assertEquals(
                "display_data", json.get(0).getAsJsonObject().get("output_type").getAsString());
        assertTrue(
                json.get(0).toString().contains("second")
                        && !json.get(0).toString().contains("first"));
    }

    @Test
    void anErrorKeepsItsStory() {
        outputs.error(
                new CellError(
                        "Oops",
                        "went wrong",
                        List.of("went wrong", "  here"),
                        List.of("\u001b[31mwent wrong\u001b[0m", "  here"),
                        Display.of("")));
        assertEquals(
                "[{\"output_type\":\"error\",\"ename\":\"Oops\",\"evalue\":\"went wrong\","
                        + "\"traceback\":[\"\\u001b[31mwent wrong\\u001b[0m\",\"  here\"]}]",
                outputs.json().toString());
    }

    @Test
    void whatIsClearedIsGone() {
        outputs.stdout("one");
        outputs.clear(false);
        assertEquals("[]", outputs.json().toString());
    }

    @Test
    void whatIsToBeClearedStaysUntilSomethingNewComes() {
        outputs.stdout("one");
        outputs.clear(true);
        assertTrue(outputs.json().toString().contains("one"));
        outputs.stdout("two");
        assertTrue(
                outputs.json().toString().contains("two")
                        && !outputs.json().toString().contains("one"));
    }

    @Test
    void nobodyIsThereToAnswer() {
        var problem =
                assertThrows(
                        IllegalStateException.class, () -> outputs.input("Your name? ", false));
        assertTrue(problem.getMessage().contains("\"Your name?\""), problem.getMessage());
    }
}
