package nacre.kernel.shell;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.constant.ClassDesc;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// What a class extends and implements, as far as cells have written it; without loading it.
final class Supertypes {
    private final ClassLoader classes;

    /// @param classes where those of the cells are
    Supertypes(ClassLoader classes) {
        this.classes = classes;
    }

    /// Whether a type, or the first above it that no cell has written, is such a one.
    boolean isAny(ClassDesc type, Predicate<ClassDesc> wanted) {
        if (!type.packageName().equals(Weaver.CELLS)) {
            return wanted.test(type);
        }
        String name = type.descriptorString();
        String file = name.substring(1, name.length() - 1) + ".class";
        try (InputStream bytes = classes.getResourceAsStream(file)) {
            if (bytes == null) {
                return false;
            }
            ClassModel model = ClassFile.of().parse(bytes.readAllBytes());
            return Stream.concat(model.superclass().stream(), model.interfaces().stream())
                    .map(ClassEntry::asSymbol)
                    .anyMatch(each -> isAny(each, wanted));
        } catch (IOException e) {
            throw new UncheckedIOException(e); // it is in memory
        }
    }
}
