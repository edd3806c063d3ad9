package nacre.tests.floors;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import nacre.tests.Shipped;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// The floors hold in Nacre, and each rule is strong enough to find what the crooked house breaks.
class FloorsTest {
    private static final JavaClasses CROOKED = new ClassFileImporter().importPackages("crooked");

    @TestFactory
    Stream<DynamicTest> nacreKeeps() {
        return each("nacre", rule -> rule.check(Shipped.CLASSES));
    }

    @TestFactory
    Stream<DynamicTest> aCrookedHouseBreaks() {
        return each(
                "crooked",
                rule ->
                        assertTrue(
                                rule.evaluate(CROOKED).hasViolation(),
                                "nothing in src/test/java/crooked breaks this rule"));
    }

    @Test
    void theTerminalMayPrint() {
        var prints = new Floors("crooked").rules().get("the library prints nothing itself");
        List<String> found = prints.evaluate(CROOKED).getFailureReport().getDetails();
        assertFalse(found.stream().anyMatch(line -> line.contains("Terminal")), found.toString());
    }

    @Test
    void theWholeLibraryAndTheKernelAreLookedAt() {
        for (String start : List.of("nacre.display.", "nacre.kernel.")) {
            assertTrue(
                    Shipped.CLASSES.stream().anyMatch(type -> type.getName().startsWith(start)),
                    start);
        }
    }

    private static Stream<DynamicTest> each(String root, Consumer<ArchRule> check) {
        return new Floors(root)
                .rules().entrySet().stream()
                        .map(r -> dynamicTest(r.getKey(), () -> check.accept(r.getValue())));
    }
}
