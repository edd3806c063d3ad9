package nacre.kernel.shell;

import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeElement;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.constantpool.PoolEntry;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.NewObjectInstruction;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.JShell;
import jdk.jshell.MethodSnippet;
import jdk.jshell.Snippet;
import jdk.jshell.Snippet.Status;
import jdk.jshell.VarSnippet;

/// Tells which variables hold something that goes on with what a cell has replaced.
///
/// A lambda calls the method that had the name when it was compiled, and sees the variable of that
/// time; so does an object of a class. Nothing can lead them to the new one.
final class Captures {
    private static final String LAMBDA = "$$Lambda";

    /// What `List.of` and its like give.
    private static final Pattern FIXED =
            Pattern.compile(
                    "java\\.util\\.(?:ImmutableCollections\\$(?:List|Set|Map)[1N]|Arrays\\$ArrayList)");

    private static final int MOST = 1_000; // elements that are looked at

    private final JShell jshell;
    private final Variables variables;
    private final CellClasses classes;
    private final Map<DeclarationSnippet, String> before = new IdentityHashMap<>();

    Captures(JShell jshell, Variables variables, CellClasses classes) {
        this.jshell = jshell;
        this.variables = variables;
        this.classes = classes;
    }

    /// Remembers in which class what is; to be called before each declaration, of which the first
    /// counts.
    void remember() {
        if (before.isEmpty()) {
            active().forEach(each -> before.put(each, owner(each)));
        }
    }

    /// By variable, what it goes on with.
    Map<String, String> ofReplaced() {
        if (before.isEmpty()) {
            return Map.of();
        }
        List<DeclarationSnippet> now = active().toList();
        Set<String> owners = now.stream().map(this::owner).collect(Collectors.toSet());
        Map<String, String> replaced = new HashMap<>(); // by class
        before.forEach(
                (snippet, owner) -> {
                    if (!owners.contains(owner) && !isSame(snippet, now)) {
                        replaced.put(owner, snippet.name());
                    }
                });
        Map<String, String> holders = new TreeMap<>();
        if (!replaced.isEmpty()) {
            before.keySet().stream()
                    .filter(VarSnippet.class::isInstance)
                    .map(VarSnippet.class::cast)
                    .filter(each -> jshell.status(each) == Status.VALID)
                    .filter(each -> !Results.isResult(each.name()))
                    .forEach(
                            each ->
                                    heldBy(each, replaced)
                                            .ifPresent(old -> holders.put(each.name(), old)));
        }
        return holders;
    }

    /// Whether one of the same words has taken its place, as in a cell that runs again: the old one
    /// does what the new one does. What is compiled anew by itself does something else.
    private boolean isSame(DeclarationSnippet old, List<DeclarationSnippet> now) {
        boolean neverChanges =
                old instanceof MethodSnippet
                        || old instanceof VarSnippet variable && Finals.isFinal(variable);
        return neverChanges
                && !now.contains(old)
                && now.stream()
                        .anyMatch(each -> each.source().strip().equals(old.source().strip()));
    }

    private Optional<String> heldBy(VarSnippet variable, Map<String, String> replaced) {
        var names = new TreeSet<String>();
        Optional.ofNullable(variables.get(variable)).stream()
                .flatMap(Captures::withElements)
                .map(Object::getClass)
                .distinct()
                .flatMap(this::used)
                .map(owner -> replaced.get(CellClasses.outer(owner)))
                .filter(name -> name != null && !name.equals(variable.name()))
                .forEach(names::add);
        return names.isEmpty() ? Optional.empty() : Optional.of(String.join(" and ", names));
    }

    /// A value and what is in it, if it is a container that can be looked into.
    private static Stream<?> withElements(Object value) {
        boolean isOpen = isOpen(value.getClass());
        Object[] elements =
                switch (value) {
                    case Object[] array -> array;
                    case Collection<?> collection when isOpen -> some(collection);
                    case Map<?, ?> map when isOpen -> some(map.values());
                    default -> new Object[0];
                };
        return Stream.concat(Stream.of(value), Stream.of(elements).limit(MOST))
                .filter(Objects::nonNull);
    }

    /// Whether it is a container of the JDK that has its elements itself. A view of another one, as
    /// `subList` gives, may ask code of the learner for them, or wait for a lock.
    static boolean isOpen(Class<?> type) {
        return FIXED.matcher(type.getName()).lookingAt()
                || type.getName().startsWith("java.util.")
                        && Modifier.isPublic(type.getModifiers());
    }

    private static Object[] some(Collection<?> collection) {
        try {
            return collection.stream().limit(MOST).toArray();
        } catch (RuntimeException e) {
            return new Object[0]; // a thread of a cell changes it
        }
    }

    /// The classes of cells that a class, or the code of a lambda, is made with.
    private Stream<String> used(Class<?> type) {
        String name = type.getName();
        if (!name.startsWith("REPL.")) {
            return Stream.empty();
        }
        int lambda = name.indexOf(LAMBDA);
        String source = lambda < 0 ? name : name.substring(0, lambda);
        try (InputStream file = classes.getResourceAsStream(source.replace('.', '/') + ".class")) {
            if (file == null) {
                return Stream.empty();
            }
            ClassModel model = ClassFile.of().parse(file.readAllBytes());
            return (lambda < 0 ? ofClass(model) : ofLambdas(model))
                    .stream().map(each -> each.asInternalName().replace('/', '.'));
        } catch (IOException | IllegalArgumentException e) {
            return Stream.empty();
        }
    }

    private static List<ClassEntry> ofClass(ClassModel model) {
        var used = new ArrayList<ClassEntry>();
        for (PoolEntry entry : model.constantPool()) {
            if (entry instanceof ClassEntry type) {
                used.add(type);
            }
        }
        return used;
    }

    private static List<ClassEntry> ofLambdas(ClassModel model) {
        var used = new ArrayList<ClassEntry>();
        model.methods().stream()
                .filter(method -> method.methodName().stringValue().startsWith("lambda$"))
                .flatMap(method -> method.code().stream())
                .flatMap(code -> code.elementStream())
                .forEach(
                        element -> {
                            switch (element) {
                                case FieldInstruction field -> used.add(field.owner());
                                case InvokeInstruction call -> used.add(call.owner());
                                case NewObjectInstruction made -> used.add(made.className());
                                case CodeElement _ -> {}
                            }
                        });
        return used;
    }

    private Stream<DeclarationSnippet> active() {
        return jshell.snippets()
                .filter(each -> jshell.status(each).isActive())
                .filter(DeclarationSnippet.class::isInstance)
                .map(DeclarationSnippet.class::cast);
    }

    private String owner(Snippet snippet) {
        return jshell.sourceCodeAnalysis().wrapper(snippet).fullClassName();
    }
}
