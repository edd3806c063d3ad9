package nacre.kernel.shell;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeMirror;

/// What can follow a dot.
///
/// @param owner the type of what stands before it
/// @param isClass whether that is the name of the class, and no object
record BehindDot(ReadCode code, TreePath place, DeclaredType owner, boolean isClass) {
    private static final List<Completion.Item> OF_ARRAY =
            List.of(
                    new Completion.Item("length", "instance", "int length"),
                    new Completion.Item("clone()", "function", ""));

    /// @param words by the names of methods, what the sources of a library say of them
    static Optional<List<Completion.Item>> of(
            ReadCode code, TreePath place, Function<DeclaredType, Map<String, String>> words) {
        if (!(place.getLeaf() instanceof MemberSelectTree select)) {
            return Optional.empty();
        }
        var trees = Trees.instance(code.task());
        var before = new TreePath(place, select.getExpression());
        Element element = trees.getElement(before);
        if (element != null && element.getKind() == ElementKind.PACKAGE) {
            return Optional.empty();
        }
        boolean isClass = element != null && element.getKind().isDeclaredType();
        TypeMirror type = trees.getTypeMirror(before);
        if (type instanceof ArrayType) {
            return Optional.of(isClass ? List.of() : OF_ARRAY);
        }
        return Optional.of(
                ReadCode.declared(type)
                        .map(owner -> new BehindDot(code, place, owner, isClass))
                        .filter(its -> !its.isOfNothing(select))
                        .map(its -> its.items(words.apply(its.owner())))
                        .orElse(List.of()));
    }

    /// A cell has no object of its own.
    private boolean isOfNothing(MemberSelectTree select) {
        return select.getExpression().toString().matches("this|super")
                && enclosing().equals(Bodies.READ);
    }

    /// The name of the class in which it stands.
    private String enclosing() {
        TreePath each = place;
        while (!(each.getLeaf() instanceof ClassTree)) {
            each = each.getParentPath();
        }
        return ((ClassTree) each.getLeaf()).getSimpleName().toString();
    }

    /// A class of the cell shows all it has.
    private boolean canBeSeen(Element member) {
        return ReadCode.isOpen(member, code.task()) || Sight.isOfTheCell(member);
    }

    private List<Completion.Item> items(Map<String, String> words) {
        List<? extends Element> members =
                code.members(owner).stream()
                        .filter(this::canBeSeen)
                        .filter(this::isOfItsKind)
                        .toList();
        Map<String, List<Element>> byName =
                members.stream()
                        .collect(
                                Collectors.groupingBy(
                                        each -> each.getSimpleName().toString(),
                                        LinkedHashMap::new,
                                        Collectors.toList()));
        var wanting = new Wanted(code.task(), () -> Sight.from(place, code.task()));
        List<TypeMirror> wanted = wanting.at(place);
        var fitting = new ArrayList<Completion.Item>();
        var others = new ArrayList<Completion.Item>();
        code.formsOf(owner, members)
                .forEach(
                        (name, form) -> {
                            List<Element> all = byName.getOrDefault(name, List.of());
                            var item = item(name, all, words.getOrDefault(name, form));
                            boolean fits =
                                    all.stream().anyMatch(its -> wanting.fits(result(its), wanted));
                            (fits ? fitting : others).add(item);
                        });
        if (isClass) {
            others.add(new Completion.Item("class", "keyword", ""));
        }
        fitting.addAll(others);
        fitting.sort(Comparator.comparing(each -> Likely.isOfAll(each.name())));
        return fitting;
    }

    /// Of a class what needs no object, of an object the rest.
    private boolean isOfItsKind(Element member) {
        boolean isOfClass =
                member.getModifiers().contains(Modifier.STATIC)
                        || member.getKind().isDeclaredType();
        return isOfClass == isClass && !member.getSimpleName().toString().matches("<.*>|.*\\$.*");
    }

    private TypeMirror result(Element member) {
        TypeMirror its = code.task().getTypes().asMemberOf(owner, member);
        return its instanceof ExecutableType call ? call.getReturnType() : its;
    }

    private static Completion.Item item(String name, List<Element> all, String form) {
        Element first = all.getFirst();
        if (first instanceof ExecutableElement) {
            boolean isBare =
                    all.stream()
                            .allMatch(
                                    each ->
                                            each instanceof ExecutableElement method
                                                    && method.getParameters().isEmpty());
            return new Completion.Item(name + (isBare ? "()" : "("), "function", form);
        }
        return new Completion.Item(
                name, first.getKind().isDeclaredType() ? "class" : "instance", form);
    }
}
