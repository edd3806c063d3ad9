package nacre.kernel.shell;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.IntSupplier;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// What a session must be after its cells, told without any compiler.
///
/// Each variable has a place where its value is. One that is declared again with its type keeps the
/// place; one that becomes another leaves it to the lambdas that know it.
final class Session {
    final Map<String, Variable> variables = new TreeMap<>();
    final Map<Integer, Object> places = new HashMap<>();
    final Map<String, Method> methods = new TreeMap<>();
    final Map<String, List<String>> types = new TreeMap<>(); // components, constants
    final Map<Integer, Integer> results = new TreeMap<>();
    final Set<String> emptied = new HashSet<>(); // by a new version of their type
    private int lastPlace;

    record Variable(String type, int place) {}

    /// @param valid whether all that it names is there and fits
    record Method(
            String type, Predicate<Session> valid, BiFunction<Session, Integer, Object> call) {}

    /// An instance of a record.
    record Instance(String type, List<String> names, List<Integer> values) {
        @Override
        public String toString() {
            var text = new StringBuilder(type + "[");
            for (int i = 0; i < names.size(); i++) {
                text.append(i == 0 ? "" : ", ").append(names.get(i) + "=" + values.get(i));
            }
            return text + "]";
        }
    }

    /// A name that cannot be used now.
    static final class Undefined extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    Session copy() {
        var copy = new Session();
        copy.variables.putAll(variables);
        copy.places.putAll(places);
        copy.methods.putAll(methods);
        copy.types.putAll(types);
        copy.results.putAll(results);
        copy.emptied.addAll(emptied);
        copy.lastPlace = lastPlace;
        return copy;
    }

    boolean has(String type, String name) {
        return variables.containsKey(name) && variables.get(name).type().equals(type);
    }

    Object get(String name) {
        return places.get(variables.get(name).place());
    }

    void set(String name, Object value) {
        places.put(variables.get(name).place(), value);
    }

    void declare(String type, String name, Object value, boolean mayStay) {
        if (!mayStay || !has(type, name)) {
            variables.put(name, new Variable(type, ++lastPlace));
        }
        emptied.remove(name);
        set(name, value);
    }

    /// A type in its new form; what was made of the old form is gone.
    void type(String name, List<String> form) {
        if (!form.equals(types.put(name, form))) {
            variables.entrySet().stream()
                    .filter(each -> each.getValue().type().equals(name))
                    .forEach(each -> emptied.add(each.getKey()));
            variables.keySet().removeAll(emptied);
        }
    }

    Object call(String method, int argument) {
        Method called = methods.get(method);
        if (called == null || !called.valid().test(this)) {
            throw new Undefined();
        }
        return called.call().apply(this, argument);
    }

    /// The variables as they must be: `int v0 = 3`.
    Set<String> variableTexts() {
        return variables.entrySet().stream()
                .map(
                        each ->
                                each.getValue().type()
                                        + " "
                                        + each.getKey()
                                        + " = "
                                        + text(function(get(each.getKey()))))
                .collect(Collectors.toSet());
    }

    private Object function(Object value) {
        return value instanceof RandomCells.Captured captured
                ? (IntSupplier) () -> (int) places.get(captured.place()) + 1
                : value;
    }

    /// What is in a variable, in the session or in the shell.
    static String text(Object value) {
        return switch (value) {
            case null -> "null";
            case int[] array -> Arrays.toString(array);
            case IntSupplier function -> "-> " + function.getAsInt();
            default -> value.toString();
        };
    }
}
