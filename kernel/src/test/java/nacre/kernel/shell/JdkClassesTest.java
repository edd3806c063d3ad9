package nacre.kernel.shell;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStream;
import java.util.List;
import java.util.Set;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;

/// javac sees the classes of the JDK.
class JdkClassesTest {
    private final JdkClasses jdk = JdkClasses.shared();

    @Test
    void aPackageHasItsClassesAndNoOthers() throws Exception {
        List<JavaFileObject> found = jdk.in("java.base", "java.util");
        assertTrue(names(found).contains("java.util.Map$Entry"));
        assertFalse(names(found).contains("java.util.stream.Stream"));
        try (InputStream in = found.getFirst().openInputStream()) {
            assertArrayEquals(new byte[] {(byte) 0xca, (byte) 0xfe}, in.readNBytes(2));
        }
    }

    @Test
    void aPackageIsListedOnce() {
        assertSame(jdk.in("java.sql", "java.sql"), jdk.in("java.sql", "java.sql"));
    }

    @Test
    void whatIsNotThereHasNoClasses() {
        assertEquals(List.of(), jdk.in("java.base", "no.such"));
        assertEquals(List.of(), jdk.in("no.such", "java.util"));
    }

    @Test
    void whatIsInNoPackageHasItsOwnName() {
        assertEquals(List.of("module-info"), names(jdk.in("java.base", "")));
    }

    @Test
    void aNameIsFoundInThePackagesThatAreForEveryone() {
        assertEquals(Set.of("java.util"), jdk.inBase("List"));
        assertEquals(Set.of("java.lang.reflect", "java.net"), jdk.inBase("Proxy"));
        assertEquals(Set.of(), jdk.inBase("ImageReader")); // only for some modules
        assertEquals(Set.of(), jdk.inBase("NoSuchClass"));
    }

    /// So only names that begin with a capital are looked up.
    @Test
    void everyClassForEveryoneBeginsWithACapital() {
        Module base = Object.class.getModule();
        for (String its : base.getPackages()) {
            if (base.isExported(its) && !its.equals("javax.crypto")) { // one of its own does not
                names(jdk.in("java.base", its)).stream()
                        .filter(each -> !each.endsWith("-info"))
                        .forEach(
                                each ->
                                        assertTrue(
                                                Character.isUpperCase(
                                                        each.charAt(its.length() + 1)),
                                                each));
            }
        }
    }

    @Test
    void aCellUsesOtherModulesToo() {
        try (var notebook = new Notebook(ShellOptions.of(List.of(Notebook.library())))) {
            assertEquals(
                    "CONCUR_UPDATABLE",
                    notebook.value(
                            "java.util.Arrays.stream(java.sql.ResultSet.class.getFields())"
                                    + ".map(f -> f.getName()).filter(\"CONCUR_UPDATABLE\"::equals).findFirst().get()"));
        }
    }

    private static List<String> names(List<JavaFileObject> files) {
        return files.stream().map(Named.class::cast).map(Named::className).toList();
    }
}
