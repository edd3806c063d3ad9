package nacre.kernel.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/// The mask over comments and literals, and the distance of names.
class SourceTest {

    @Test
    void commentsAreBlank() {
        assertEquals("a         b       \nc", Source.mask("a /* x */ b // y ;\nc"));
    }

    @Test
    void literalsKeepOnlyTheirQuotes() {
        assertEquals("f(\"     \", '  ')", Source.mask("f(\"a\\\"//\", '\\n')"));
    }

    @Test
    void textBlocksKeepTheirLines() {
        assertEquals("\"\"\"\n   \n\"\"\";", Source.mask("\"\"\"\n\"x\"\n\"\"\";"));
    }

    @Test
    void aTextThatIsNotClosedEndsWithItsLine() {
        assertEquals("\"   \n;", Source.mask("\"abc\n;"));
    }
}
