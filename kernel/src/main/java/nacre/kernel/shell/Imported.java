package nacre.kernel.shell;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.AccessFlags;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleDescriptor.Exports;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.lang.reflect.AccessFlag;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import javax.tools.JavaFileManager.Location;
import javax.tools.JavaFileObject;
import javax.tools.StandardLocation;
import jdk.jshell.ImportSnippet;
import jdk.jshell.JShell;

/// What code can name because cells have imported it.
///
/// JShell would read all classes there are, thousands of files. Here lists of names are gone
/// through, and only the files of those that are near are opened.
final class Imported {
    private static final Pattern IMPORT =
            Pattern.compile("\\bimport\\s+(static\\s+|module\\s+|)((?:\\w+\\.)*)(\\w+|\\*)\\s*;");
    private static final String ALWAYS = "import java.lang.*;";
    private static final String ALL = "*";
    private static final Set<JavaFileObject.Kind> CLASSES = Set.of(JavaFileObject.Kind.CLASS);

    private final JShell jshell;
    private final CellFiles files;
    private final Map<String, Boolean> isPublic = new HashMap<>(); // of classes that were asked for

    Imported(JShell jshell, CellFiles files) {
        this.jshell = jshell;
        this.files = files;
    }

    /// The classes and static members with a name that is near to what is meant; methods with their
    /// parenthesis.
    Set<String> near(Predicate<String> isNear) {
        return Stream.concat(Stream.of(ALWAYS), jshell.imports().map(ImportSnippet::source))
                .flatMap(source -> IMPORT.matcher(source).results())
                .flatMap(
                        found -> {
                            String from = found.group(2);
                            String name = found.group(3);
                            return switch (found.group(1).strip()) {
                                case "module" -> inModule(from + name, isNear);
                                case "static" -> membersOf(withoutDot(from), name, isNear);
                                default ->
                                        name.equals(ALL)
                                                ? inPackage(withoutDot(from), isNear)
                                                : Stream.of(name).filter(isNear);
                            };
                        })
                .collect(Collectors.toSet());
    }

    private Stream<String> inModule(String module, Predicate<String> isNear) {
        return ModuleFinder.ofSystem().find(module).map(ModuleReference::descriptor).stream()
                .flatMap(its -> its.exports().stream())
                .filter(exported -> !exported.isQualified())
                .map(Exports::source)
                .flatMap(each -> publicTypes(ofTheJdk(module), each, isNear));
    }

    private Stream<String> inPackage(String name, Predicate<String> isNear) {
        return places(name).flatMap(place -> publicTypes(place, name, isNear));
    }

    /// Where classes of a package may be.
    private Stream<Location> places(String packageName) {
        Stream<Location> inJdk =
                ModuleFinder.ofSystem().findAll().stream()
                        .map(ModuleReference::descriptor)
                        .filter(module -> module.packages().contains(packageName))
                        .map(ModuleDescriptor::name)
                        .map(this::ofTheJdk);
        return Stream.concat(inJdk, Stream.of(StandardLocation.CLASS_PATH));
    }

    private Location ofTheJdk(String module) {
        try {
            return files.getLocationForModule(StandardLocation.SYSTEM_MODULES, module);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Stream<String> publicTypes(Location place, String packageName, Predicate<String> near) {
        return files(place, packageName, near)
                .filter(each -> isPublic.computeIfAbsent(name(place, each), _ -> isPublic(each)))
                .map(each -> simple(name(place, each), '.'));
    }

    private static boolean isPublic(JavaFileObject file) {
        return read(file).flags().has(AccessFlag.PUBLIC);
    }

    /// @param member the name of one, or [#ALL]
    private Stream<String> membersOf(String type, String member, Predicate<String> isNear) {
        if (!member.equals(ALL) && !isNear.test(member)) {
            return Stream.empty();
        }
        String home = type.substring(0, Math.max(0, type.lastIndexOf('.')));
        return places(home)
                .flatMap(place -> files(place, home, simple(type, '.')::equals))
                .map(Imported::read)
                .flatMap(Imported::statics)
                .filter(each -> member.equals(ALL) || member.equals(each.replace("(", "")))
                .filter(each -> isNear.test(each.replace("(", "")));
    }

    private static Stream<String> statics(ClassModel its) {
        return Stream.concat(
                its.fields().stream()
                        .filter(each -> isForAll(each.flags()))
                        .map(each -> each.fieldName().stringValue()),
                its.methods().stream()
                        .filter(each -> isForAll(each.flags()))
                        .map(each -> each.methodName().stringValue() + "("));
    }

    private static boolean isForAll(AccessFlags member) {
        return member.has(AccessFlag.STATIC) && member.has(AccessFlag.PUBLIC);
    }

    private Stream<JavaFileObject> files(
            Location place, String packageName, Predicate<String> wanted) {
        try {
            var all = files.list(place, packageName, CLASSES, false);
            return StreamSupport.stream(all.spliterator(), false)
                    .filter(each -> wanted.test(simple(name(place, each), '.')));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String name(Location place, JavaFileObject file) {
        return requireNonNull(files.inferBinaryName(place, file), "it is listed there");
    }

    private static ClassModel read(JavaFileObject file) {
        try (InputStream bytes = file.openInputStream()) {
            return ClassFile.of().parse(bytes.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String withoutDot(String name) {
        return name.replaceFirst("\\.$", "");
    }

    private static String simple(String name, char separator) {
        return name.substring(name.lastIndexOf(separator) + 1);
    }
}
