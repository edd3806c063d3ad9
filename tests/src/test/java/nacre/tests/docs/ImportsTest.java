package nacre.tests.docs;

import static java.util.stream.Collectors.groupingBy;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nacre.tests.Shipped;
import org.junit.jupiter.api.Test;

/// What every cell has imported: all a learner needs, and no name that means two things.
class ImportsTest {
    /// What works behind the library's other packages; a learner never names it. Metrics are given
    /// by name, as many of their classes are called like losses.
    private static final String BEHIND =
            "nacre\\.(compute|saving|parity|bench|layers\\.config|training\\.metrics)(\\..*)?";

    private static final List<JavaClass> TYPES =
            Shipped.CLASSES.stream()
                    .filter(type -> !type.getPackageName().startsWith("nacre.kernel"))
                    .filter(type -> !type.getPackageName().matches(BEHIND))
                    .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
                    .filter(type -> type.isTopLevelClass())
                    .toList();

    @Test
    void everyPackageForLearnersIsImported() {
        var missing =
                TYPES.stream()
                        .map(JavaClass::getPackageName)
                        .filter(home -> !isImported(home))
                        .collect(Collectors.toCollection(TreeSet::new));
        assertEquals("[]", missing + "", "add them to layers-lib/src/main/resources/nacre/imports");
    }

    @Test
    void aNameMeansOneThing() {
        var byName = TYPES.stream().collect(groupingBy(JavaClass::getSimpleName));
        byName.values().removeIf(types -> types.size() == 1);
        assertEquals("{}", byName.toString());
    }

    @Test
    void noNameHidesOneOfTheJdk() {
        var hidden = TYPES.stream().map(JavaClass::getSimpleName).filter(ImportsTest::isOfTheJdk);
        assertEquals(List.of(), hidden.toList());
    }

    /// As a whole, or one of its types for the static methods.
    private static boolean isImported(String home) {
        String some = "import (static )?" + home.replace(".", "\\.") + "\\.(\\*|[A-Z].*);";
        return Session.imports().stream().anyMatch(line -> line.matches(some));
    }

    private static boolean isOfTheJdk(String name) {
        return Stream.of("lang", "util", "util.function", "util.stream", "io", "nio.file", "time")
                .anyMatch(home -> exists("java." + home + "." + name));
    }

    private static boolean exists(String name) {
        try {
            Class.forName(name, false, null);
            return true;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }
}
