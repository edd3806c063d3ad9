package nacre.tests;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

/// What users get: the classes of the library and the kernel, without what tests and measures them.
public final class Shipped {
    private static final ImportOption NOT_OF_THE_TESTS =
            location -> !location.contains(Repository.ROOT.resolve("tests").toUri().getPath());

    /// All classes of the library and the kernel.
    public static final JavaClasses CLASSES =
            new ClassFileImporter().withImportOption(NOT_OF_THE_TESTS).importPackages("nacre");

    private Shipped() {}
}
