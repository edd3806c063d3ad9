package nacre.kernel.shell;

import com.sun.source.tree.ArrayAccessTree;
import com.sun.source.tree.AssertTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ConstantCaseLabelTree;
import com.sun.source.tree.DoWhileLoopTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.InstanceOfTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.tree.ThrowTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.tree.WhileLoopTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import org.jspecify.annotations.Nullable;

/// The types of which one is wanted at a place in code: of an argument, of the value of a variable,
/// of what is behind a `case`; none where anything can stand, no type at all where nothing can.
///
/// @param inSight what can be named there without a dot
record Wanted(JavacTask task, Supplier<List<Element>> inSight) {

    List<TypeMirror> at(TreePath place) {
        TreePath parent = place.getParentPath();
        if (parent == null) {
            return List.of();
        }
        Tree it = place.getLeaf();
        return switch (parent.getLeaf()) {
            case VariableTree its when its.getInitializer() == it -> of(parent, its.getType());
            case AssignmentTree its when its.getExpression() == it -> of(parent, its.getVariable());
            case CompoundAssignmentTree its when its.getExpression() == it -> added(parent, its);
            case ReturnTree _ -> result(parent);
            case ParenthesizedTree _, MemberSelectTree _, ConstantCaseLabelTree _ -> at(parent);
            case IfTree _, WhileLoopTree _, DoWhileLoopTree _, AssertTree _ -> truth();
            case ForLoopTree its when its.getCondition() == it -> truth();
            case EnhancedForLoopTree its when its.getExpression() == it -> walkable();
            case UnaryTree its ->
                    its.getKind() == Tree.Kind.LOGICAL_COMPLEMENT ? truth() : number(parent);
            case BinaryTree its when its.getRightOperand() == it -> operand(parent, its);
            case ConditionalExpressionTree its -> its.getCondition() == it ? truth() : at(parent);
            case ThrowTree _ -> named(Throwable.class.getName()).toList();
            case ArrayAccessTree its when its.getIndex() == it -> primitive(TypeKind.INT);
            case InstanceOfTree its when its.getExpression() != it ->
                    of(parent, its.getExpression());
            case CaseTree its ->
                    its.getBody() == it
                            ? at(parent.getParentPath())
                            : its.getGuard() == it ? truth() : selector(parent.getParentPath());
            case MethodInvocationTree its ->
                    its.getMethodSelect() == it
                            ? at(parent)
                            : arguments(parent, methods(parent, its), its.getArguments(), it);
            case NewClassTree its ->
                    its.getIdentifier() == it
                            ? at(parent)
                            : arguments(parent, constructors(parent, its), its.getArguments(), it);
            default -> List.of();
        };
    }

    /// Whether a value of a type can stand there.
    boolean fits(TypeMirror type, List<TypeMirror> wanted) {
        return type.getKind() != TypeKind.VOID
                && type.getKind() != TypeKind.ERROR
                && type.getKind() != TypeKind.EXECUTABLE
                && type.getKind() != TypeKind.PACKAGE
                && wanted.stream()
                        .filter(each -> each.getKind() != TypeKind.NONE)
                        .anyMatch(each -> isAssignable(type, each));
    }

    private boolean isAssignable(TypeMirror type, TypeMirror wanted) {
        var types = task.getTypes();
        return types.isAssignable(types.erasure(type), types.erasure(wanted));
    }

    private List<TypeMirror> of(TreePath parent, @Nullable Tree tree) {
        return type(parent, tree).stream().toList();
    }

    private Optional<TypeMirror> type(TreePath parent, @Nullable Tree tree) {
        return Optional.ofNullable(tree)
                .map(each -> Trees.instance(task).getTypeMirror(new TreePath(parent, each)))
                .filter(each -> each.getKind() != TypeKind.ERROR)
                .filter(each -> each.getKind() != TypeKind.VOID);
    }

    /// What the method returns in which a `return` stands.
    private List<TypeMirror> result(TreePath place) {
        for (TreePath each = place; each != null; each = each.getParentPath()) {
            switch (each.getLeaf()) {
                case LambdaExpressionTree _ -> {
                    return List.of();
                }
                case MethodTree method -> {
                    List<TypeMirror> types = of(each, method.getReturnType());
                    return types.isEmpty() ? nothing() : types;
                }
                default -> {
                    // further out
                }
            }
        }
        return List.of();
    }

    /// Anything can be added to a text.
    private List<TypeMirror> added(TreePath place, CompoundAssignmentTree its) {
        boolean isSum = its.getKind() == Tree.Kind.PLUS_ASSIGNMENT;
        return of(place, its.getVariable()).stream()
                .filter(each -> !isSum || !each.toString().equals(String.class.getName()))
                .toList();
    }

    private List<TypeMirror> selector(TreePath parent) {
        return switch (parent.getLeaf()) {
            case SwitchTree its -> of(parent, its.getExpression());
            case SwitchExpressionTree its -> of(parent, its.getExpression());
            default -> List.of();
        };
    }

    private List<TypeMirror> operand(TreePath place, BinaryTree its) {
        return switch (its.getKind()) {
            case CONDITIONAL_AND, CONDITIONAL_OR -> truth();
            case EQUAL_TO, NOT_EQUAL_TO -> of(place, its.getLeftOperand());
            case LESS_THAN, LESS_THAN_EQUAL, GREATER_THAN, GREATER_THAN_EQUAL ->
                    primitive(TypeKind.DOUBLE);
            default -> {
                boolean isNumber =
                        type(place, its.getLeftOperand())
                                .filter(each -> fits(each, primitive(TypeKind.DOUBLE)))
                                .isPresent();
                yield isNumber ? number(place) : List.of();
            }
        };
    }

    /// A number as small as the one that is wanted further out.
    private List<TypeMirror> number(TreePath place) {
        List<TypeMirror> outside = at(place);
        boolean isNumber =
                !outside.isEmpty()
                        && outside.stream()
                                .allMatch(each -> fits(each, primitive(TypeKind.DOUBLE)));
        return isNumber ? outside : primitive(TypeKind.DOUBLE);
    }

    private List<TypeMirror> nothing() {
        return List.of(task.getTypes().getNoType(TypeKind.NONE));
    }

    private List<TypeMirror> truth() {
        return primitive(TypeKind.BOOLEAN);
    }

    private List<TypeMirror> primitive(TypeKind kind) {
        return List.of(task.getTypes().getPrimitiveType(kind));
    }

    /// What a `for` can go through.
    private List<TypeMirror> walkable() {
        Stream<TypeMirror> numbers =
                Arrays.stream(TypeKind.values())
                        .filter(TypeKind::isPrimitive)
                        .map(task.getTypes()::getPrimitiveType);
        return Stream.concat(
                        named(Iterable.class.getName()),
                        Stream.concat(numbers, named(Object.class.getName()))
                                .map(task.getTypes()::getArrayType))
                .toList();
    }

    private Stream<TypeMirror> named(String type) {
        return Stream.ofNullable(task.getElements().getTypeElement(type)).map(Element::asType);
    }

    /// What a call can mean, as members of what it is called on.
    private List<Callee> methods(TreePath place, MethodInvocationTree call) {
        return switch (call.getMethodSelect()) {
            case MemberSelectTree select ->
                    type(new TreePath(place, select), select.getExpression()).stream()
                            .filter(DeclaredType.class::isInstance)
                            .map(DeclaredType.class::cast)
                            .flatMap(owner -> methods(owner, select.getIdentifier().toString()))
                            .toList();
            case IdentifierTree name ->
                    ElementFilter.methodsIn(inSight.get()).stream()
                            .filter(each -> each.getSimpleName().contentEquals(name.getName()))
                            .map(each -> new Callee(each, (ExecutableType) each.asType()))
                            .toList();
            default -> List.of();
        };
    }

    private Stream<Callee> methods(DeclaredType owner, String name) {
        var members = task.getElements().getAllMembers((TypeElement) owner.asElement());
        return ElementFilter.methodsIn(members).stream()
                .filter(each -> each.getSimpleName().contentEquals(name))
                .map(each -> callee(owner, each));
    }

    private List<Callee> constructors(TreePath place, NewClassTree made) {
        Element type = Trees.instance(task).getElement(new TreePath(place, made.getIdentifier()));
        return type == null || !(type.asType() instanceof DeclaredType owner)
                ? List.of()
                : ElementFilter.constructorsIn(type.getEnclosedElements()).stream()
                        .map(each -> callee(owner, each))
                        .toList();
    }

    private Callee callee(DeclaredType owner, ExecutableElement member) {
        return new Callee(member, (ExecutableType) task.getTypes().asMemberOf(owner, member));
    }

    /// A method or constructor that may be meant.
    private record Callee(ExecutableElement element, ExecutableType type) {
        /// The type of an argument, counted from 0, if there can be one.
        Optional<TypeMirror> parameter(int number) {
            List<? extends TypeMirror> all = type.getParameterTypes();
            int last = all.size() - 1;
            if (element.isVarArgs() && number >= last) {
                return Optional.of(((ArrayType) all.get(last)).getComponentType());
            }
            return number <= last ? Optional.of(all.get(number)) : Optional.empty();
        }
    }

    /// The types that an argument can have, of those calls that the arguments before it fit.
    private List<TypeMirror> arguments(
            TreePath place,
            List<Callee> callees,
            List<? extends ExpressionTree> arguments,
            Tree it) {
        int number = Math.max(0, arguments.indexOf(it));
        List<TypeMirror> types =
                callees.stream()
                        .filter(each -> ReadCode.isOpen(each.element(), task))
                        .filter(each -> takes(each, place, arguments.subList(0, number)))
                        .flatMap(each -> each.parameter(number).stream())
                        .toList();
        return types.isEmpty() && !callees.isEmpty() ? nothing() : types;
    }

    private boolean takes(Callee callee, TreePath place, List<? extends ExpressionTree> arguments) {
        for (int i = 0; i < arguments.size(); i++) {
            Optional<TypeMirror> parameter = callee.parameter(i);
            Optional<TypeMirror> given =
                    type(place, arguments.get(i)).filter(each -> each.getKind() != TypeKind.OTHER);
            if (parameter.isEmpty()
                    || given.isPresent() && !isAssignable(given.get(), parameter.get())) {
                return false;
            }
        }
        return true;
    }
}
