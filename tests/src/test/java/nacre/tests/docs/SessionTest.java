package nacre.tests.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import nacre.tests.Repository;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/// The test of the examples can itself fail, and says where and why.
class SessionTest {
    private static final Session SESSION = new Session();

    @AfterAll
    static void close() {
        SESSION.close();
    }

    @Test
    void aKeptPromiseIsFine() {
        fine("1 + 1   // 2");
        fine("\"a // b\".length()   // 6");
        fine("var x = List.of(1, 2);   // only a comment", "x.size()   // 2");
        fine("System.out.println(7)   // 7");
    }

    @Test
    void aBrokenPromiseSaysWhereWhatAndWhy() {
        String wrong = wrong("int x = 1;", "x + 1   // 3");
        assertTrue(wrong.startsWith("Made.java:11: x + 1"), wrong);
        assertTrue(wrong.contains("expected: 3") && wrong.contains("got:      2"), wrong);
    }

    @Test
    void anErrorCanBePromised() {
        fine("new ArrayList<>().get(3)   // throws: Index 3 out of bounds for length 0");
        fine("new ArrayList<>().get(3)   // throws: Index 3…");
        wrong("new ArrayList<>().get(3)   // throws: Index 4…");
        wrong("List.of(1).get(0)   // throws: Index…");
    }

    @Test
    void anErrorThatNobodyPromisedIsWrong() {
        wrong("List.of(1).get(3);");
        assertTrue(wrong("List.off(1)").contains("does not compile"));
        assertTrue(wrong("int x = ;").contains("does not compile"));
    }

    @Test
    void anExampleMayTakeSeveralLines() {
        fine("Stream.of(3, 1)", "        .sorted()", "        .toList()   // [1, 3]");
        fine("int twice(int x) {", "    return 2 * x; // why", "}", "twice(4)   // 8");
        fine("String.join(\"\\n\", \"a\", \"b\")", "// a", "// b");
        wrong("String.join(\"\\n\", \"a\", \"b\")", "// a", "// c");
    }

    @Test
    void aFenceKnowsNothingOfTheOneBefore() {
        fine("int left = 1;");
        wrong("left   // 1");
    }

    @Test
    void fencesAreFoundInDocsOnly() {
        var here = Repository.ROOT.resolve("tests/src/test/java/nacre/tests/docs/Fenced.java");
        assertEquals(List.of(new Fence(here, 6, List.of("1 + 1   // 2"))), Fence.inJava(here));
    }

    private static void fine(String... lines) {
        assertEquals(List.of(), SESSION.run(fence(lines)));
    }

    private static String wrong(String... lines) {
        List<String> wrong = SESSION.run(fence(lines));
        assertEquals(1, wrong.size(), wrong.toString());
        return wrong.getFirst();
    }

    private static Fence fence(String... lines) {
        return new Fence(Repository.ROOT.resolve("Made.java"), 10, List.of(lines));
    }
}
