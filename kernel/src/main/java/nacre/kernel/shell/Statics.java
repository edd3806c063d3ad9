package nacre.kernel.shell;

import static java.util.Objects.requireNonNullElse;

import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeElement;
import java.lang.classfile.Instruction;
import java.lang.classfile.Opcode;
import java.lang.classfile.instruction.ConstantInstruction;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.NewObjectInstruction;
import java.lang.classfile.instruction.ReturnInstruction;
import java.lang.classfile.instruction.StackInstruction;
import java.lang.constant.ConstantDescs;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import jdk.jshell.JShell;
import jdk.jshell.Snippet.Status;
import nacre.display.Excerpt;
import org.jspecify.annotations.Nullable;

/// Tells which static fields begin anew: a class that is compiled anew is another class, with
/// fields of its own.
///
/// Of a class that computes something for them nothing is told. To look at its fields might be the
/// first use of it, and what they began with could not be known.
final class Statics {
    private static final String JDK = "java/util/";
    private static final Object EMPTY = new Object(); // what a new container begins with
    private static final int WIDEST = 40; // characters of a value

    private final JShell jshell;
    private final CellClasses classes;
    private final Map<String, String> before = new HashMap<>();

    Statics(JShell jshell, CellClasses classes) {
        this.jshell = jshell;
        this.classes = classes;
    }

    /// Remembers in which class each type is; to be called before each declaration, of which the
    /// first counts.
    void remember() {
        if (before.isEmpty()) {
            before.putAll(types());
        }
    }

    /// What is told of those that had another value than at their begin.
    List<String> notes() {
        if (before.isEmpty()) {
            return List.of();
        }
        var notes = new ArrayList<String>();
        types().forEach(
                        (type, now) -> {
                            String old = before.getOrDefault(type, now);
                            if (!old.equals(now)) {
                                notes.addAll(notes(type, old, now));
                            }
                        });
        return notes;
    }

    private Map<String, String> types() {
        var types = new TreeMap<String, String>();
        jshell.types()
                .filter(each -> jshell.status(each) == Status.VALID)
                .forEach(
                        each ->
                                types.put(
                                        each.name(),
                                        jshell.sourceCodeAnalysis().wrapper(each).fullClassName()
                                                + "$"
                                                + each.name()));
        return types;
    }

    private List<String> notes(String type, String old, String now) {
        try {
            Optional<Map<String, Object>> begin = begin(old);
            if (begin.isEmpty()) {
                return List.of();
            }
            List<String> still = statics(classes.findClass(now)).map(Field::getName).toList();
            var notes = new ArrayList<String>();
            for (Field each : statics(classes.findClass(old)).toList()) {
                Object value = each.get(null);
                boolean mayChange = !Modifier.isFinal(each.getModifiers()) || isContainer(value);
                if (mayChange
                        && still.contains(each.getName())
                        && hasChanged(value, begin.get().get(each.getName()))) {
                    notes.add(
                            "The static field %s.%s begins anew with the new %s%s."
                                    .formatted(type, each.getName(), type, was(value)));
                }
            }
            return notes;
        } catch (ReflectiveOperationException | LinkageError e) {
            return List.of();
        }
    }

    private static Stream<Field> statics(Class<?> type) {
        return Arrays.stream(type.getDeclaredFields())
                .filter(each -> Modifier.isStatic(each.getModifiers()) && !each.isSynthetic())
                .filter(Field::trySetAccessible);
    }

    private static String was(@Nullable Object value) {
        return switch (value) {
            case Number number -> "; it was " + number;
            case Boolean flag -> "; it was " + flag;
            case String text -> "; it was \"" + Excerpt.of(text, WIDEST) + "\"";
            case null, default -> "";
        };
    }

    private static boolean hasChanged(@Nullable Object value, @Nullable Object begin) {
        return switch (value) {
            case null -> begin != null;
            case Collection<?> all when Captures.isOpen(all.getClass()) ->
                    begin == null || !all.isEmpty();
            case Map<?, ?> all when Captures.isOpen(all.getClass()) ->
                    begin == null || !all.isEmpty();
            case Boolean flag -> flag != requireNonNullElse(begin, 0).equals(1);
            case Character letter -> (int) letter != number(begin);
            case Number number -> Double.compare(number.doubleValue(), number(begin)) != 0;
            default -> begin == null || begin != EMPTY && !begin.equals(value);
        };
    }

    private static boolean isContainer(@Nullable Object value) {
        return value instanceof Collection || value instanceof Map;
    }

    private static double number(@Nullable Object begin) {
        return begin instanceof Number number ? number.doubleValue() : 0;
    }

    /// What the fields of a class begin with that does no more than to say so; those that are
    /// missing, with nothing.
    private Optional<Map<String, Object>> begin(String className) {
        String file = className.replace('.', '/') + ".class";
        try (InputStream bytes = classes.getResourceAsStream(file)) {
            return bytes == null
                    ? Optional.empty()
                    : begin(ClassFile.of().parse(bytes.readAllBytes()));
        } catch (IOException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<Map<String, Object>> begin(ClassModel type) {
        var begin = new HashMap<String, Object>();
        List<CodeElement> code =
                type.methods().stream()
                        .filter(each -> each.methodName().equalsString("<clinit>"))
                        .flatMap(each -> each.code().stream())
                        .flatMap(each -> each.elementStream())
                        .toList();
        Object top = EMPTY;
        for (CodeElement each : code) {
            switch (each) {
                case ConstantInstruction constant -> top = constant.constantValue();
                case NewObjectInstruction made when isOfJdk(made) -> top = EMPTY;
                case FieldInstruction field when field.opcode() == Opcode.PUTSTATIC -> {
                    if (top != ConstantDescs.NULL) {
                        begin.put(field.name().stringValue(), top);
                    }
                }
                case InvokeInstruction call when isHarmless(call) -> {}
                case StackInstruction _, ReturnInstruction _ -> {}
                case Instruction _ -> {
                    return Optional.empty();
                }
                default -> {}
            }
        }
        return Optional.of(begin);
    }

    private static boolean isOfJdk(NewObjectInstruction made) {
        return made.className().asInternalName().startsWith(JDK);
    }

    /// Whether a call makes an empty container or puts a number into an object.
    private static boolean isHarmless(InvokeInstruction call) {
        boolean isNew = call.name().equalsString("<init>");
        return isNew && call.owner().asInternalName().startsWith(JDK)
                ? call.typeSymbol().parameterCount() == 0
                : call.name().equalsString("valueOf")
                        && call.owner().asInternalName().startsWith("java/lang/");
    }
}
