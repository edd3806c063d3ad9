package nacre.kernel.shell;

import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.Scope;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;

/// What can be named at a place in code without a dot: variables, methods and classes of the cell
/// and of the cells before it.
final class Sight {
    /// How the names begin that are put into code for javac's sake.
    static final String MADE_UP = "nacre$";

    private Sight() {}

    /// The nearest first.
    static List<Element> from(TreePath place, JavacTask task) {
        Set<String> unfinished = unfinished(place);
        var all = new ArrayList<Element>();
        var known = new HashSet<String>(); // a variable hides those further out
        Scope scope = Trees.instance(task).getScope(place);
        while (scope != null) {
            for (Element each : inside(scope, task)) {
                String name = each.getSimpleName().toString();
                if (canBeNamed(name)
                        && !unfinished.contains(name)
                        && (each.getKind() == ElementKind.METHOD || known.add(name))) {
                    all.add(each);
                }
            }
            boolean isOfImports = scope.getEnclosingClass() == null;
            scope = isOfImports ? null : scope.getEnclosingScope();
        }
        return all;
    }

    private static List<Element> inside(Scope scope, JavacTask task) {
        var all = new ArrayList<Element>();
        scope.getLocalElements().forEach(all::add);
        TypeElement type = scope.getEnclosingClass();
        boolean isLastOfClass =
                type != null
                        && scope.getEnclosingScope() != null
                        && !type.equals(scope.getEnclosingScope().getEnclosingClass());
        if (isLastOfClass) {
            members(type, task).forEach(all::add);
        }
        return all;
    }

    /// What a class has, and what it inherits of others than `Object`.
    private static Stream<? extends Element> members(TypeElement type, JavacTask task) {
        return task.getElements().getAllMembers(type).stream()
                .filter(each -> !isOfObject(each))
                .filter(each -> each.getKind() != ElementKind.CONSTRUCTOR);
    }

    private static boolean isOfObject(Element member) {
        return member.getEnclosingElement() instanceof TypeElement owner
                && owner.getQualifiedName().contentEquals(Object.class.getName());
    }

    private static boolean canBeNamed(String name) {
        return !name.startsWith(MADE_UP)
                && !name.startsWith("$")
                && !name.startsWith("<")
                && !name.isEmpty()
                && !name.equals("this")
                && !name.equals("super")
                && !name.equals(LastValue.NAME);
    }

    /// Whether the code itself declares it.
    static boolean isOfTheCell(Element element) {
        Element each = element;
        while (each.getEnclosingElement() != null
                && each.getEnclosingElement().getKind() != ElementKind.PACKAGE) {
            each = each.getEnclosingElement();
        }
        return each.getSimpleName().contentEquals(Bodies.READ);
    }

    /// The variables whose value is being written.
    private static Set<String> unfinished(TreePath place) {
        var names = new HashSet<String>();
        for (TreePath each = place; each != null; each = each.getParentPath()) {
            switch (each.getLeaf()) {
                case LambdaExpressionTree _ -> {
                    return names;
                }
                case VariableTree variable -> names.add(variable.getName().toString());
                default -> {
                    // goes on further out
                }
            }
        }
        return names;
    }
}
