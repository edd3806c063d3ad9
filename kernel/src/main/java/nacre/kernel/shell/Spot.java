package nacre.kernel.shell;

import com.sun.source.util.TreePath;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/// The end of unfinished code as javac sees it: what is wanted there, and what there is to fit.
final class Spot {
    /// The name that stands for what is to be typed.
    private static final String HERE = Sight.MADE_UP + "here";

    private static final String CANDIDATE = Sight.MADE_UP + "candidate";
    private static final Set<String> OBJECTS_METHODS = Set.of("equals", "hashCode", "toString");

    /// What needs no hint at how it is made.
    private static final Set<String> PLAIN =
            Set.of("Object", "String", "CharSequence", "Comparable", "Number");

    private final ReadCode code;
    private final List<Element> inSight;
    private final Wanted wanting;
    private final List<TypeMirror> wanted;

    private Spot(ReadCode code, TreePath place) {
        this.code = code;
        inSight = Sight.from(place, code.task());
        wanting = new Wanted(code.task(), () -> inSight);
        wanted = wanting.at(place);
    }

    /// Looks at a place where a name can stand by itself; nothing where javac finds none.
    ///
    /// @param head the code before the name
    /// @param classes those of which one may be meant
    /// @param words names that shall be in sight, beside those of the code
    static <T> Optional<T> look(
            String head,
            Set<String> classes,
            Set<String> words,
            Bodies bodies,
            Function<Spot, T> looking) {
        boolean isMade =
                ClassUse.behind(Source.mask(head)).filter(ClassUse.MADE::equals).isPresent();
        String candidates =
                classes.stream()
                        .map(each -> "{ " + each + " " + CANDIDATE + "; }\n")
                        .collect(Collectors.joining());
        String ends = ends(head);
        boolean isWrapped = head.contains(Bodies.METHOD); // then what is in the method is in sight
        int end = isWrapped ? ends.length() - 1 : ends.length();
        String rest = ends.substring(0, end) + ";\n" + candidates + ends.substring(end);
        return bodies.read(
                head + HERE + (isMade ? "()" : "") + rest,
                words,
                code -> code.placeOf(HERE).map(place -> looking.apply(new Spot(code, place))));
    }

    /// Looks at a place where a name can stand behind a dot.
    static <T> Optional<T> read(
            String head, Bodies bodies, BiFunction<ReadCode, TreePath, Optional<T>> reading) {
        return bodies.read(
                head + HERE + ends(head) + ";\n",
                code -> code.placeOf(HERE).flatMap(place -> reading.apply(code, place)));
    }

    /// What closes the brackets that are open.
    private static String ends(String head) {
        String mask = Source.mask(head);
        var ends = new StringBuilder();
        for (int i = 0; i < mask.length(); i++) {
            int kind = "([{".indexOf(mask.charAt(i));
            if (kind >= 0) {
                ends.insert(0, List.of(")", "]", ";}").get(kind));
            } else if (")]}".indexOf(mask.charAt(i)) >= 0 && !ends.isEmpty()) {
                ends.delete(0, ends.charAt(0) == ';' ? 2 : 1);
            }
        }
        return ends.toString();
    }

    /// Whether not everything fits.
    boolean isChoosy() {
        return !wanted.isEmpty() && wanted.stream().noneMatch(this::isObject);
    }

    /// Whether nothing can stand there.
    boolean isClosed() {
        return wanted.stream().anyMatch(each -> each.getKind() == TypeKind.NONE);
    }

    private boolean isObject(TypeMirror type) {
        return type.getKind() != TypeKind.NONE
                && erased(type).toString().equals(Object.class.getName());
    }

    /// The names in sight of values, and of methods that give one.
    ///
    /// @param isFitting whether those that fit, or the others
    List<Completion.Item> values(boolean isFitting) {
        var items = new ArrayList<Completion.Item>();
        for (Element each : inSight) {
            boolean isMethod = each instanceof ExecutableElement;
            boolean isImported = each.getModifiers().contains(Modifier.STATIC) && !isOwn(each);
            if (!isImported && (isMethod || each.getKind().isVariable())) {
                boolean fits = !isChoosy() || wanting.fits(result(each), wanted);
                boolean isNothing = isChoosy() && result(each).getKind() == TypeKind.VOID;
                if (fits == isFitting && !isNothing) {
                    items.add(isMethod ? method((ExecutableElement) each) : variable(each));
                }
            }
        }
        return items;
    }

    /// The classes in sight that cells have declared.
    List<Completion.Item> ownTypes() {
        return ElementFilter.typesIn(inSight).stream()
                .filter(this::isOwn)
                .map(each -> type(each, each.getSimpleName().toString()))
                .toList();
    }

    private boolean isOwn(Element type) {
        return ReadCode.isOfCells(type, code.task());
    }

    private static TypeMirror result(Element element) {
        return element instanceof ExecutableElement method
                ? method.getReturnType()
                : element.asType();
    }

    private static Completion.Item variable(Element its) {
        String name = its.getSimpleName().toString();
        return new Completion.Item(
                name, "instance", TypeNames.simple(its.asType().toString()) + " " + name);
    }

    private static Completion.Item method(ExecutableElement its) {
        String parameters = ReadCode.parameters(its, (ExecutableType) its.asType());
        String form = its.getReturnType() + " " + its.getSimpleName() + parameters;
        return new Completion.Item(its.getSimpleName() + "(", "function", TypeNames.simple(form));
    }

    private static Completion.Item type(TypeElement its, String text) {
        return new Completion.Item(text, "class", TypeNames.simple(its.asType().toString()));
    }

    private boolean isImported(TypeElement type) {
        var elements = code.task().getElements();
        return elements.getModuleOf(type).getQualifiedName().contentEquals("java.base")
                || home(type).startsWith("nacre.");
    }

    private String home(TypeElement type) {
        return code.task().getElements().getPackageOf(type).getQualifiedName().toString();
    }

    /// How a class is named there: with its package if that may not be imported.
    private String named(TypeElement type) {
        String name = type.getQualifiedName().toString();
        if (name.isEmpty() || isOwn(type)) {
            return type.getSimpleName().toString();
        }
        return isImported(type) ? name.substring(home(type).length() + 1) : name;
    }

    /// What can be written out: `true`, `Colour.RED`.
    List<Completion.Item> constants() {
        return wanted.stream()
                .flatMap(
                        type ->
                                type.getKind() == TypeKind.BOOLEAN
                                        ? Stream.of("true", "false")
                                        : enumConstants(type).map(each -> written(type) + each))
                .distinct()
                .map(each -> new Completion.Item(each, "instance", ""))
                .toList();
    }

    private static Stream<String> enumConstants(TypeMirror type) {
        return ReadCode.declared(type).map(DeclaredType::asElement).stream()
                .flatMap(each -> each.getEnclosedElements().stream())
                .filter(each -> each.getKind() == ElementKind.ENUM_CONSTANT)
                .map(each -> each.getSimpleName().toString());
    }

    /// What can stand behind `case`: the constants of an enum, a pattern for each form of a sealed
    /// type.
    ///
    /// @param used names that are behind a `case` already
    List<Completion.Item> labels(Set<String> used) {
        Stream<Completion.Item> constants =
                wanted.stream()
                        .flatMap(Spot::enumConstants)
                        .map(each -> new Completion.Item(each, "instance", ""));
        Stream<Completion.Item> patterns =
                permitted().map(each -> type(each, each.getSimpleName() + " " + variableFor(each)));
        return Stream.concat(constants, patterns)
                .filter(each -> !used.contains(each.name()))
                .toList();
    }

    private Stream<TypeElement> permitted() {
        return wanted.stream()
                .flatMap(each -> ReadCode.declared(each).stream())
                .flatMap(each -> ((TypeElement) each.asElement()).getPermittedSubclasses().stream())
                .map(each -> (TypeElement) code.task().getTypes().asElement(each));
    }

    private String variableFor(TypeElement type) {
        String name = type.getSimpleName().toString();
        String small = Character.toLowerCase(name.charAt(0)) + name.substring(1);
        return free(small, small.substring(0, 1));
    }

    /// The first of the names that no variable has.
    private String free(String... names) {
        Set<String> taken =
                inSight.stream()
                        .map(each -> each.getSimpleName().toString())
                        .collect(Collectors.toSet());
        return Stream.of(names)
                .filter(each -> !taken.contains(each) && !Keywords.isKeyword(each))
                .findFirst()
                .orElse(names[0] + "1");
    }

    /// Where an object comes from that fits: a class with methods that give one, as in
    /// `Collectors.` or `Path.`; a lambda.
    List<Completion.Item> sources() {
        List<TypeElement> types =
                wanted.stream()
                        .flatMap(each -> ReadCode.declared(each).stream())
                        .map(each -> (TypeElement) each.asElement())
                        .filter(each -> !PLAIN.contains(each.getSimpleName().toString()))
                        .toList();
        Stream<Completion.Item> makers =
                types.stream()
                        .map(each -> each.getQualifiedName() + "s")
                        .flatMap(
                                each ->
                                        Stream.ofNullable(
                                                code.task().getElements().getTypeElement(each)))
                        .filter(this::gives)
                        .map(this::asHome);
        Stream<Completion.Item> lambdas = types.stream().flatMap(each -> lambda(each).stream());
        Stream<Completion.Item> homes =
                types.stream()
                        .filter(each -> each.getKind() != ElementKind.ENUM)
                        // one whose package has to be written is of no help
                        .filter(each -> isOwn(each) || isImported(each))
                        .filter(this::gives)
                        .map(this::asHome);
        return Stream.of(makers, lambdas, homes).flatMap(each -> each).distinct().toList();
    }

    private Completion.Item asHome(TypeElement type) {
        return type(type, named(type) + ".");
    }

    /// Whether a class has a method for everyone that gives something that fits.
    private boolean gives(TypeElement type) {
        return ElementFilter.methodsIn(type.getEnclosedElements()).stream()
                .filter(each -> each.getModifiers().contains(Modifier.STATIC))
                .filter(each -> ReadCode.isOpen(each, code.task()))
                .filter(each -> each.getReturnType() instanceof DeclaredType)
                .anyMatch(each -> wanting.fits(each.getReturnType(), wanted));
    }

    private Optional<Completion.Item> lambda(TypeElement type) {
        boolean isMeant =
                type.getAnnotation(FunctionalInterface.class) != null
                        || type.getKind() == ElementKind.INTERFACE && isOwn(type);
        List<ExecutableElement> open =
                ElementFilter.methodsIn(code.task().getElements().getAllMembers(type)).stream()
                        .filter(each -> each.getModifiers().contains(Modifier.ABSTRACT))
                        .filter(each -> !OBJECTS_METHODS.contains(each.getSimpleName().toString()))
                        .toList();
        if (!isMeant || open.size() != 1) {
            return Optional.empty();
        }
        Optional<String> head =
                switch (open.getFirst().getParameters().size()) {
                    case 0 -> Optional.of("() -> ");
                    case 1 -> Optional.of(free("it", "each") + " -> ");
                    case 2 ->
                            Optional.of(
                                    "(" + free("one", "a") + ", " + free("other", "b") + ") -> ");
                    default -> Optional.empty();
                };
        String form = TypeNames.simple(type.asType().toString());
        return head.map(each -> new Completion.Item(each, "function", form));
    }

    /// Those of the candidates that can be used so, what fits first.
    ///
    /// @param isMore whether the others are of interest too: an object can be asked for what fits
    List<Completion.Item> classes(ClassUse use, boolean isMore) {
        var all = new LinkedHashSet<DeclaredType>(code.typesOf(CANDIDATE));
        permitted().forEach(each -> all.add((DeclaredType) each.asType()));
        var fitting = new LinkedHashSet<Completion.Item>();
        var others = new LinkedHashSet<Completion.Item>();
        for (DeclaredType each : all) {
            var type = (TypeElement) each.asElement();
            if (use.allows(type)) {
                var item =
                        use == ClassUse.MADE
                                ? made(each)
                                : Optional.of(type(type, type.getSimpleName().toString()));
                item.ifPresent((fits(each, use) ? fitting : others)::add);
            }
        }
        boolean isEnough = use == ClassUse.THROWN || !isMore && !fitting.isEmpty();
        if (!isEnough) {
            fitting.addAll(others);
        }
        return List.copyOf(fitting);
    }

    private boolean fits(DeclaredType type, ClassUse use) {
        boolean isThrown = wanting.fits(type, List.of(throwable()));
        return switch (use) {
            case THROWN -> isThrown;
            case MADE -> isChoosy() ? wanting.fits(type, wanted) : !isThrown;
            case TESTED ->
                    wanting.fits(type, wanted)
                            && wanted.stream().noneMatch(each -> isSame(type, each));
            case ARGUMENT, EXTENDED, IMPLEMENTED -> !isThrown;
        };
    }

    private boolean isSame(TypeMirror one, TypeMirror other) {
        return code.task().getTypes().isSameType(erased(one), erased(other));
    }

    private TypeMirror throwable() {
        return code.task().getElements().getTypeElement(Throwable.class.getName()).asType();
    }

    private Optional<Completion.Item> made(DeclaredType type) {
        Map<String, String> forms =
                code.forms(
                        type, ElementFilter.constructorsIn(type.asElement().getEnclosedElements()));
        return forms.entrySet().stream()
                .findFirst()
                .map(
                        each ->
                                new Completion.Item(
                                        each.getKey()
                                                + (each.getValue().endsWith("()") ? "()" : "("),
                                        "class",
                                        each.getValue()));
    }

    private TypeMirror erased(TypeMirror type) {
        return code.task().getTypes().erasure(type);
    }

    private String written(TypeMirror type) {
        return ReadCode.declared(type)
                .map(each -> named((TypeElement) each.asElement()) + ".")
                .orElse("");
    }
}
