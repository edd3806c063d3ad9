package nacre.kernel.magics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/// Where Java ends and a magic begins.
class CellTextTest {
    private final Magics magics = new Magics();

    @Test
    void javaAloneIsLeftAsItIs() {
        assertEquals(List.of("java:int a = 7 % 3;"), cut("int a = 7 % 3;"));
    }

    @Test
    void aMagicBetweenJavaCutsIt() {
        assertEquals(List.of("java:int a;", "%who:", "java:a + 1"), cut("int a;\n%who\na + 1"));
    }

    @Test
    void javaKeepsItsLines() {
        var java = (Segment.Java) CellText.segments("%who\nint a;", magics).get(1);
        assertEquals("    \nint a;", java.code());
    }

    @Test
    void aPercentSignInATextBlockIsNoMagic() {
        String code = "String s = \"\"\"\n%who\n\"\"\";";
        assertEquals(List.of("java:" + code), cut(code));
    }

    @Test
    void aPercentSignInACommentIsNoMagic() {
        String code = "/* so:\n%who\n*/ int a;";
        assertEquals(List.of("java:" + code), cut(code));
    }

    @Test
    void aRemainderGoesOnInTheNextLine() {
        String code = "int a = 7\n  % 3;\nint b = (a\n%who);";
        assertEquals(List.of("java:" + code), cut(code));
    }

    @Test
    void aConditionGoesOnInTheNextLine() {
        String code = "int b = a?\n  1 : 2;";
        assertEquals(List.of("java:" + code), cut(code));
        String alone = "a?\n  1 : 2";
        assertEquals(List.of("java:" + alone), cut(alone));
    }

    @Test
    void aQuoteInAMagicOpensNoText() {
        assertEquals(List.of("%cd:it's", "%who:", "java:int a;"), cut("%cd it's\n%who\nint a;"));
    }

    @Test
    void codeBehindAMagicGoesOnWhileABracketIsOpenOrADotFollows() {
        assertEquals(List.of("%time:f(1,\n 2)", "java:g();"), cut("%time f(1,\n 2)\ng();"));
        assertEquals(
                List.of("%time:model.fit(x)\n    .epochs(2)\n    .run();", "java:g();"),
                cut("%time model.fit(x)\n    .epochs(2)\n    .run();\ng();"));
    }

    @Test
    void twoPercentSignsTakeTheWholeCell() {
        var use = (Segment.Use) CellText.segments("\n%%html a b\n<b>\n%who", magics).getFirst();
        assertEquals("a b", use.arguments());
        assertEquals("<b>\n%who", use.body());
    }

    @Test
    void questionsAreAsked() {
        assertEquals(List.of("?:Dense"), cut("?Dense"));
        assertEquals(List.of("?:Dense"), cut("Dense?"));
        assertEquals(List.of("?:Math.max"), cut("Math.max??"));
        assertEquals(List.of("?:Dense"), cut("help(Dense)"));
        assertEquals(List.of("?:Dense"), cut("help(\"Dense\");"));
        assertEquals(List.of("?:%time"), cut("%time?"));
    }

    @Test
    void jbangsLinesAreMagics() {
        assertEquals(List.of("%maven:g:a:1", "java:int a;"), cut("//DEPS g:a:1\nint a;"));
    }

    private List<String> cut(String code) {
        return CellText.segments(code, magics).stream()
                .map(
                        segment ->
                                switch (segment) {
                                    case Segment.Java java -> "java:" + java.code().strip();
                                    case Segment.Use use -> use.name() + ":" + use.arguments();
                                })
                .toList();
    }
}
