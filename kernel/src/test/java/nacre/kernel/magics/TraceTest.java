package nacre.kernel.magics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import nacre.display.Display;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// `%trace`: what the few lines of an error leave out.
class TraceTest {
    private final Session session = new Session();

    @AfterEach
    void close() {
        session.close();
    }

    @Test
    void withoutAnErrorThereIsNothingToShow() {
        assertEquals("No cell has failed so far.", session.error("%trace").message());
    }

    @Test
    void theWayThroughTheLibrariesIsShownOnRequest() {
        String told = session.told("Integer.parseInt(\"x\")");
        assertTrue(told.endsWith("%trace shows the whole way through the libraries."), told);
        assertFalse(told.contains("java.lang.Integer.parseInt"), told);
        Display trace = session.run("%trace").shown.getFirst();
        assertTrue(trace.text().contains("java.lang.Integer.parseInt"), trace::text);
        assertTrue(trace.data().get("text/html").toString().contains("<details>"));
    }

    @Test
    void whatOnlyGoesThroughCellsNeedsNoMore() {
        String told = session.told("int zero = 0; 1 / zero");
        assertFalse(told.contains("%trace"), told);
    }

    @Test
    void theCompilersOwnWordsAreShownToo() {
        session.error("int n = \"text\";");
        String text = session.run("%trace").shown.getFirst().text();
        assertTrue(text.contains("incompatible types: String cannot be converted to int"), text);
    }

    @Test
    void anErrorOfAThreadIsTheLastToo() {
        session.out(
                "var t = new Thread(() -> { throw new IllegalStateException(\"far\"); }); t.start(); t.join();");
        String text = session.run("%trace").shown.getFirst().text();
        assertTrue(text.contains("IllegalStateException: far"), text);
    }
}
