package nacre.kernel.magics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Magics as those write them who come from IPython.
class IPythonHabitsTest {
    @AutoClose private static final Session session = new Session();

    @TempDir Path folder;

    @Test
    void timeitTakesTheOptionsOfIPython() {
        session.run("int calls = 0;");
        String out = session.out("%timeit -n 10 -r5 calls++");
        assertTrue(out.contains("(best of 5 rounds of 10;"), out);
        assertEquals("51", session.value("calls"), "and once before");
        assertEquals("", session.out("%timeit -n 10 -r 1 -q calls++"));
        assertTrue(
                session.out("%timeit -n1 -r1 -p 6 Thread.sleep(2)")
                        .matches("[\\d.]{7} m?s each time \\(one round of 1\\)\n"));
        assertTrue(session.out("%timeit -n 1 -r 1 -calls").contains("each time"));
    }

    @Test
    void anOptionThatTimeitHasNotIsNamedWithThoseItHas() {
        String told = session.told("%timeit -z Math.sqrt(2)");
        assertTrue(told.contains("`%timeit` has no option `-z`."), told);
        assertTrue(told.contains("`-n 100`") && told.contains("`-q`"), told);
        assertTrue(session.told("%timeit -n 5 --repeat 3 1 + 1").contains("`--repeat`"));
        assertTrue(session.told("%%timeit -x 3\n1 + 1").contains("`%%timeit` has no option `-x`"));
        assertEquals(
                "`-n` of `%timeit` needs a whole number.",
                session.error("%timeit -n many 1 + 1").message());
        session.run("int less(int a) { return a; }");
        assertTrue(session.out("%timeit -n 1 -r 1 -less (2)").contains("each time"));
    }

    @Test
    void whatStandsOnTheLineOfTimeitRunsOnceBefore() {
        String out = session.out("%%timeit -n 3 -r 2 int base = 0;\nbase++;");
        assertTrue(out.contains("(best of 2 rounds of 3;"), out);
        assertEquals("7", session.value("base"));
        assertEquals("8", session.value("%%time int more = 1;\nbase + more"));
    }

    @Test
    void aCellCanBeAFile() throws IOException {
        Path file = folder.resolve("data.csv");
        assertEquals("Wrote " + file + "\n", session.out("%%writefile " + file + "\na,b\n1,2"));
        assertEquals("Appended to " + file + "\n", session.out("%%writefile -a " + file + "\n3,4"));
        assertEquals("a,b\n1,2\n3,4\n", Files.readString(file));
    }

    @Test
    void whatIPythonHasIsUnderstoodOrHasAPlaceHere() {
        session.run("int years = 3; String city = \"Rome\";");
        assertTrue(session.out("%who String").matches("(?s).*\\bcity\\b.*"));
        assertFalse(session.out("%who String").contains("years"));
        assertTrue(session.run("%whos int").shown.getFirst().text().contains("years"));
        assertTrue(session.out("%whos Color").startsWith("No variable is of type Color; there"));
        assertTrue(session.out("%history -g years").contains("city"));
        assertTrue(session.out("%history -n -l 2").contains("-g years"));
        assertTrue(session.told("%history 1 3").contains("%history 2-4"));
        assertTrue(session.told("%history first").contains("%history 2-4"));
        session.run("%set_env NACRE_OF_IPYTHON one two");
        assertEquals("one two\n", session.out("%env NACRE_OF_IPYTHON"));
        assertTrue(session.told("%autoreload 2").contains("leave the line out"));
        assertTrue(session.told("%pinfo String").contains("?name"));
    }
}
