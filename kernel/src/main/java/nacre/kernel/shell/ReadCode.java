package nacre.kernel.shell;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ErroneousTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import org.jspecify.annotations.Nullable;

/// Code that javac has read, perhaps unfinished: what in it is of which type.
///
/// @param start where the code begins in its unit
record ReadCode(JavacTask task, CompilationUnitTree unit, int start) {
    private static final String OBJECT = "java.lang.Object";

    /// What javac calls a parameter whose name it does not know.
    private static final Pattern MADE_UP = Pattern.compile(" arg\\d+\\b");

    /// The type of the value, or the class, that stands before a dot and ends at a position.
    Optional<DeclaredType> ownerBefore(int end) {
        return Optional.ofNullable(new Owner(start + end).scan(unit, null))
                .map(path -> Trees.instance(task).getTypeMirror(path))
                .flatMap(ReadCode::declared);
    }

    /// Where a name stands, alone or behind a dot.
    Optional<TreePath> placeOf(String name) {
        return Optional.ofNullable(new Place(name).scan(unit, null));
    }

    /// The types of the variables of that name, in their order; of those that have a class.
    List<DeclaredType> typesOf(String name) {
        var types = new ArrayList<DeclaredType>();
        new Finder<Void>() {
            @Override
            public @Nullable Void visitVariable(VariableTree variable, @Nullable Void nothing) {
                Element element = Trees.instance(task).getElement(getCurrentPath());
                if (element != null && variable.getName().contentEquals(name)) {
                    declared(element.asType()).ifPresent(types::add);
                }
                return super.visitVariable(variable, null);
            }
        }.scan(unit, null);
        return types;
    }

    /// What a type has and what it inherits.
    List<? extends Element> members(DeclaredType type) {
        return task.getElements().getAllMembers((TypeElement) type.asElement());
    }

    /// By name, how members are used, or objects made: `int String.length()`, `PrintStream
    /// System.out`, `Thread(Runnable task)`; those of the type itself first, then those of what it
    /// extends. What cells cannot use is left out.
    Map<String, String> forms(DeclaredType type, List<? extends Element> members) {
        return formsOf(type, members.stream().filter(each -> isOpen(each, task)).toList());
    }

    /// The same of all that is given.
    Map<String, String> formsOf(DeclaredType type, List<? extends Element> members) {
        List<Element> lineage = lineage(type);
        return members.stream()
                .sorted(
                        Comparator.<Element>comparingInt(each -> lineage.indexOf(owner(each)))
                                .thenComparing(ReadCode::name)
                                .thenComparingInt(ReadCode::parameterCount))
                .collect(
                        Collectors.groupingBy(
                                ReadCode::name,
                                LinkedHashMap::new,
                                Collectors.mapping(
                                        each -> form(type, each), Collectors.joining("\n"))));
    }

    /// A type and what it extends, the nearest first, `Object` last.
    private List<Element> lineage(DeclaredType type) {
        var all = new ArrayList<Element>();
        var next = new ArrayDeque<TypeMirror>(List.of(type));
        while (!next.isEmpty()) {
            TypeMirror each = next.removeFirst();
            Element its = task.getTypes().asElement(each);
            if (!all.contains(its)) {
                all.add(its);
                next.addAll(task.getTypes().directSupertypes(each));
            }
        }
        all.sort(
                Comparator.comparing(
                        each -> ((TypeElement) each).getQualifiedName().contentEquals(OBJECT)));
        return all;
    }

    /// Whether a cell can use a member.
    static boolean isOpen(Element member, JavacTask task) {
        return member.getModifiers().contains(Modifier.PUBLIC)
                || isOfCells(member, task) && !member.getModifiers().contains(Modifier.PRIVATE);
    }

    static boolean isOfCells(Element element, JavacTask task) {
        return task.getElements().getPackageOf(element).toString().equals(Weaver.CELLS);
    }

    private static int parameterCount(Element member) {
        return member instanceof ExecutableElement method ? method.getParameters().size() : 0;
    }

    private static String name(Element member) {
        boolean isConstructor = member.getKind() == ElementKind.CONSTRUCTOR;
        return (isConstructor ? owner(member) : member).getSimpleName().toString();
    }

    private static Element owner(Element member) {
        return Objects.requireNonNull(member.getEnclosingElement());
    }

    private String form(DeclaredType type, Element member) {
        String owner = owner(member).getSimpleName() + ".";
        TypeMirror its = task.getTypes().asMemberOf(type, member);
        return TypeNames.simple(
                switch (its) {
                    case ExecutableType call when member.getKind() == ElementKind.CONSTRUCTOR ->
                            name(member) + parameters((ExecutableElement) member, call);
                    case ExecutableType call ->
                            call.getReturnType()
                                    + " "
                                    + owner
                                    + name(member)
                                    + parameters((ExecutableElement) member, call);
                    default -> its + " " + owner + name(member);
                });
    }

    static String parameters(ExecutableElement method, ExecutableType form) {
        var names = method.getParameters();
        String all =
                IntStream.range(0, method.getParameters().size())
                        .mapToObj(i -> form.getParameterTypes().get(i) + " " + names.get(i))
                        .collect(Collectors.joining(", ", "(", ")"));
        String told = MADE_UP.matcher(all).replaceAll("");
        return method.isVarArgs() ? told.replaceFirst("\\[]((?: \\w+)?\\))$", "...$1") : told;
    }

    static Optional<DeclaredType> declared(@Nullable TypeMirror type) {
        return switch (type) {
            case DeclaredType declared when declared.getKind() == TypeKind.DECLARED ->
                    Optional.of(declared);
            case TypeVariable variable -> declared(variable.getUpperBound());
            case null, default -> Optional.empty();
        };
    }

    /// Looks into code with mistakes too.
    private static class Finder<T> extends TreePathScanner<@Nullable T, @Nullable Void> {
        @Override
        public @Nullable T visitErroneous(ErroneousTree wrong, @Nullable Void nothing) {
            return scan(wrong.getErrorTrees(), null);
        }

        @Override
        public @Nullable T reduce(@Nullable T one, @Nullable T other) {
            return one != null ? one : other;
        }
    }

    /// Finds where a name stands.
    private static final class Place extends Finder<TreePath> {
        private final String name;

        Place(String name) {
            this.name = name;
        }

        @Override
        public @Nullable TreePath visitIdentifier(IdentifierTree its, @Nullable Void nothing) {
            return its.getName().contentEquals(name) ? getCurrentPath() : null;
        }

        @Override
        public @Nullable TreePath visitMemberSelect(MemberSelectTree its, @Nullable Void nothing) {
            return its.getIdentifier().contentEquals(name)
                    ? getCurrentPath()
                    : super.visitMemberSelect(its, null);
        }
    }

    /// Finds what stands before a dot.
    private final class Owner extends Finder<TreePath> {
        private final int end;

        Owner(int end) {
            this.end = end;
        }

        @Override
        public @Nullable TreePath visitMemberSelect(
                MemberSelectTree select, @Nullable Void nothing) {
            var owner = select.getExpression();
            return Trees.instance(task).getSourcePositions().getEndPosition(unit, owner) == end
                    ? new TreePath(getCurrentPath(), owner)
                    : super.visitMemberSelect(select, null);
        }
    }
}
