package nacre.kernel.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;

class NamedImportsTest {
    private static final List<String> IMPORTS =
            List.of(
                    "module java.base",
                    "nacre.display.*",
                    "static nacre.display.Screen.display",
                    "static java.lang.Math.*");

    private final StandardJavaFileManager javacs =
            ToolProvider.getSystemJavaCompiler().getStandardFileManager(null, null, null);
    private final CellFiles files = new CellFiles(javacs, List.of(Notebook.library()));

    private Optional<String> of(String... words) {
        return new NamedImports(IMPORTS, files).of(Set.of(words));
    }

    @Test
    void onlyWhatIsNamedIsImported() {
        String always = " import static java.lang.Math.*;";
        assertEquals(Optional.of(always), of());
        assertEquals(Optional.of(always), of("x", "String", "println"));
        assertEquals(Optional.of(always + " import java.util.List;"), of("List", "of"));
        assertEquals(Optional.of(always + " import nacre.display.Display;"), of("Display"));
        assertEquals(
                Optional.of(always + " import static nacre.display.Screen.display;"),
                of("display"));
    }

    @Test
    void onlyJavacCanTellWhichOfTwoIsMeant() {
        assertEquals(Optional.empty(), of("Proxy")); // of java.net, and of java.lang.reflect
    }

    @Test
    void ofAnotherModuleNothingIsKnown() {
        var named = new NamedImports(List.of("module java.desktop"), files);
        assertEquals(Optional.empty(), named.of(Set.of("List")));
    }

    @Test
    void aPackageThatIsNotThereIsLeftToJavac() {
        var named = new NamedImports(List.of("java.util.*", "no.such.library.*"), files);
        assertEquals(Optional.empty(), named.of(Set.of("List")));
    }
}
