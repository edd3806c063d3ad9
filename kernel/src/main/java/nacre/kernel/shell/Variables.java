package nacre.kernel.shell;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;
import jdk.jshell.JShell;
import jdk.jshell.MethodSnippet;
import jdk.jshell.Snippet;
import jdk.jshell.Snippet.Status;
import jdk.jshell.Snippet.SubKind;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.TypeDeclSnippet;
import jdk.jshell.VarSnippet;
import org.jspecify.annotations.Nullable;

/// Reaches what JShell has compiled: the static field of each variable, and the code of each part.
final class Variables {
    /// What JShell calls the method of code that runs; [Frames] knows it.
    static final String CODE = "do_it$";

    private static final MethodType VALUE = MethodType.methodType(Object.class);
    private static final MethodType VOID = MethodType.methodType(void.class);

    private final JShell jshell;
    private final SourceCodeAnalysis analysis;
    private final CellClasses classes;
    private final Map<VarSnippet, Home> homes = new WeakHashMap<>();

    Variables(JShell jshell, CellClasses classes) {
        this.jshell = jshell;
        this.analysis = jshell.sourceCodeAnalysis();
        this.classes = classes;
        jshell.onSnippetEvent(this::follow);
    }

    /// The static field that a variable is.
    record Home(Field field) {}

    /// Takes the value along when JShell gives a variable a new class: it does so for reasons that
    /// have nothing to do with the variable, such as an import.
    private void follow(SnippetEvent event) {
        if (event.status() == Status.OVERWRITTEN
                && event.snippet() instanceof VarSnippet old
                && event.causeSnippet() instanceof VarSnippet heir) {
            home(old).ifPresent(home -> move(home, heir)); // until its declaration runs
        }
        if (event.status().isDefined() && event.snippet() instanceof VarSnippet variable) {
            Optional<Home> before = home(variable);
            try {
                homes.put(variable, new Home(field(variable)));
                before.ifPresent(home -> move(home, variable));
            } catch (ReflectiveOperationException | LinkageError e) {
                homes.remove(variable); // its class does not load
            }
        }
    }

    /// Where a variable was when it could be used last.
    Optional<Home> home(VarSnippet variable) {
        return Optional.ofNullable(homes.get(variable));
    }

    /// Where all variables are now.
    Map<VarSnippet, Home> homes() {
        return Map.copyOf(homes);
    }

    /// Says that variables are where they were.
    void putBack(Map<VarSnippet, Home> before) {
        homes.putAll(before);
    }

    /// Gives a variable what is in another home, if that is of the same type: the same classes, in
    /// the same version.
    void move(Home from, VarSnippet variable) {
        Field before = from.field();
        Field now = home(variable).orElse(from).field();
        if (!before.equals(now) && before.getGenericType().equals(now.getGenericType())) {
            try {
                now.set(null, before.get(null));
            } catch (IllegalAccessException | LinkageError e) {
                // then it begins empty
            }
        }
    }

    /// Declares a variable without computing its value, which can no longer be done: the
    /// constructor has changed, say. The value that it has stays, if its type is the same.
    List<SnippetEvent> declareBare(VarSnippet variable) {
        List<SnippetEvent> events = jshell.eval(variable.typeName() + " " + variable.name() + ";");
        if (events.getFirst().snippet() instanceof VarSnippet heir) {
            home(variable).ifPresent(home -> move(home, heir));
        }
        return events;
    }

    /// Runs a part and gives its value. Not by reflection, which would remember the method as long
    /// as there is memory.
    @Nullable Object run(Part part) throws Throwable {
        return switch (part) {
            case Part.Declared(VarSnippet variable, _)
                    when variable.subKind() == SubKind.VAR_DECLARATION_SUBKIND -> {
                empty(variable);
                yield run(owner(variable), VALUE);
            }
            case Part.Declared declared -> run(owner(declared.snippet()), VALUE);
            case Body body ->
                    run(classes.findClass(body.className()), body.hasValue() ? VALUE : VOID);
        };
    }

    /// Gives a variable the value that it has in Java without one: 0, false, null.
    private void empty(VarSnippet variable) throws ReflectiveOperationException {
        Field field = field(variable);
        field.set(null, Array.get(Array.newInstance(field.getType(), 1), 0));
    }

    private static @Nullable Object run(Class<?> owner, MethodType type) throws Throwable {
        return MethodHandles.privateLookupIn(owner, MethodHandles.lookup())
                .findStatic(owner, CODE, type)
                .asType(VALUE)
                .invokeExact();
    }

    /// To be asked which of them hold what goes on with something old.
    Captures captures() {
        return new Captures(jshell, this, classes);
    }

    /// To be asked which static fields begin anew.
    Statics statics() {
        return new Statics(jshell, classes);
    }

    /// What is in a home; null if there is nothing.
    static @Nullable Object get(Home home) {
        try {
            return home.field().get(null);
        } catch (IllegalAccessException | LinkageError e) {
            return null;
        }
    }

    /// What is in a variable now; null if there is none.
    @Nullable Object get(VarSnippet variable) {
        try {
            return field(variable).get(null);
        } catch (ReflectiveOperationException | LinkageError e) {
            return null; // declared, but its class does not compile yet
        }
    }

    /// What is in the variable of a name now; null if there is none.
    @Nullable Object get(String name) {
        return jshell.variables()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .map(this::get)
                .orElse(null);
    }

    /// Puts a value into a variable, if it still fits its type.
    boolean set(VarSnippet variable, @Nullable Object value) {
        try {
            field(variable).set(null, value);
            return true;
        } catch (ReflectiveOperationException | LinkageError | IllegalArgumentException e) {
            return false;
        }
    }

    /// What cells have defined; results that a cell has named by their number are none.
    List<Definition> definitions() {
        return jshell.snippets()
                .filter(each -> jshell.status(each).isActive())
                .map(this::definition)
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<Definition> definition(Snippet snippet) {
        return switch (snippet) {
            case VarSnippet var when Results.isResult(var.name()) -> Optional.empty();
            case VarSnippet var ->
                    Optional.of(
                            new Definition(
                                    Definition.Kind.VARIABLE,
                                    var.name(),
                                    TypeNames.simple(var.typeName()),
                                    get(var)));
            case MethodSnippet method ->
                    Optional.of(
                            new Definition(
                                    Definition.Kind.METHOD,
                                    method.name() + "(" + method.parameterTypes() + ")",
                                    TypeNames.simple(method.signature().replaceFirst(".*\\)", "")),
                                    null));
            case TypeDeclSnippet type ->
                    Optional.of(new Definition(Definition.Kind.TYPE, type.name(), "", null));
            default -> Optional.empty();
        };
    }

    private Field field(VarSnippet variable) throws ReflectiveOperationException {
        Field field = owner(variable).getDeclaredField(variable.name());
        field.setAccessible(true);
        return field;
    }

    private Class<?> owner(Snippet snippet) throws ClassNotFoundException {
        return classes.findClass(analysis.wrapper(snippet).fullClassName());
    }
}
