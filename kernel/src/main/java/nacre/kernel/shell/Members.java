package nacre.kernel.shell;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.util.ElementFilter;

/// The forms of all that a type has, asked of javac in one go: to ask JShell for each would take
/// too long.
final class Members {
    private static final String VARIABLE = "it";

    private final Bodies bodies;
    private final SourceDocs sources;

    Members(Bodies bodies, SourceDocs sources) {
        this.bodies = bodies;
        this.sources = sources;
    }

    /// By name, the forms of the members of what stands before the dot; those of the library say
    /// what they are for.
    ///
    /// @param head code that ends with a dot or with `::`; there are none if it does not
    Map<String, String> of(String head) {
        return of(
                head,
                (code, owner) -> {
                    var forms = code.forms(owner, code.members(owner));
                    forms.putAll(sources.methods(name(owner), true));
                    return forms;
                });
    }

    /// The same of the library's methods only, and without words.
    Map<String, String> ofLibrary(String head) {
        return of(head, (_, owner) -> sources.methods(name(owner), false));
    }

    private Map<String, String> of(
            String head, BiFunction<ReadCode, DeclaredType, Map<String, String>> forms) {
        String before = head.stripTrailing().replaceFirst("::$", ".");
        if (!before.endsWith(".")) {
            return Map.of();
        }
        int end = before.substring(0, before.length() - 1).stripTrailing().length();
        return bodies.read(
                        before,
                        code -> code.ownerBefore(end).map(owner -> forms.apply(code, owner)))
                .orElse(Map.of());
    }

    /// What can follow a dot, what fits first; nothing where it stands behind the name of a
    /// package.
    ///
    /// @param head code that ends with the dot
    Optional<List<Completion.Item>> behind(String head) {
        return Spot.read(head, bodies, (code, place) -> BehindDot.of(code, place, this::words));
    }

    private Map<String, String> words(DeclaredType owner) {
        return sources.methods(name(owner), true);
    }

    /// By name, how objects are made of those classes that `new` can make.
    Map<String, String> constructors(Collection<String> classes) {
        return ofClasses(classes, Members::constructors);
    }

    /// By name, the classes with their parameters: `ArrayList<E>`.
    Map<String, String> types(Collection<String> classes) {
        return ofClasses(
                classes,
                (types, _) ->
                        types.stream()
                                .map(DeclaredType::asElement)
                                .collect(
                                        Collectors.toMap(
                                                each -> each.getSimpleName().toString(),
                                                each -> TypeNames.simple(each.asType().toString()),
                                                (one, _) -> one)));
    }

    private Map<String, String> ofClasses(
            Collection<String> classes,
            BiFunction<List<DeclaredType>, ReadCode, Map<String, String>> forms) {
        String variables =
                classes.stream()
                        .map(each -> "{ %s %s; }".formatted(each, VARIABLE))
                        .collect(Collectors.joining("\n"));
        return bodies.read(
                        variables, code -> Optional.of(forms.apply(code.typesOf(VARIABLE), code)))
                .orElse(Map.of());
    }

    private static Map<String, String> constructors(List<DeclaredType> types, ReadCode code) {
        var forms = new HashMap<String, String>();
        for (DeclaredType type : types) {
            var made = type.asElement();
            if (made.getKind() != ElementKind.ENUM
                    && !made.getModifiers().contains(Modifier.ABSTRACT)) {
                forms.putAll(
                        code.forms(type, ElementFilter.constructorsIn(made.getEnclosedElements())));
            }
        }
        return forms;
    }

    private static String name(DeclaredType type) {
        return type.asElement().getSimpleName().toString();
    }
}
