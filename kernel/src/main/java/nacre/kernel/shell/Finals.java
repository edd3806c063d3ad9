package nacre.kernel.shell;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.lang.model.element.Element;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.SourceCodeAnalysis.SnippetWrapper;
import jdk.jshell.VarSnippet;
import org.jspecify.annotations.Nullable;

/// Sees to it that nothing changes a variable that a cell has declared `final`.
///
/// JShell leaves the word out, since a later cell may declare the name anew; here that is the only
/// way to give it another value.
final class Finals {
    private static final Pattern FINAL =
            Pattern.compile(
                    "\\s*(?:@[\\w.]+\\s+|(?:public|protected|private|static)\\s+)*final\\b[^=;]*=");

    private final JShell jshell;

    Finals(JShell jshell) {
        this.jshell = jshell;
    }

    /// Whether the word stands before a variable; one without a value is still to get it.
    static boolean isFinal(VarSnippet variable) {
        return FINAL.matcher(Source.mask(variable.source())).lookingAt();
    }

    /// The first place in a part of a cell that changes such a variable, as javac would tell it.
    Optional<Problem> changeIn(Part part) {
        Set<String> named = Words.of(part.piece().source());
        Set<String> finals =
                jshell.variables()
                        .filter(each -> named.contains(each.name()))
                        .filter(Finals::isFinal)
                        .map(VarSnippet::name)
                        .collect(Collectors.toSet());
        boolean isItsOwn =
                part instanceof Part.Declared(VarSnippet variable, _)
                        && finals.contains(variable.name());
        if (finals.isEmpty() || isItsOwn) {
            return Optional.empty();
        }
        return WarmCompiler.of(jshell)
                .flatMap(
                        javac ->
                                javac.read(
                                        source(part), 0, code -> new Finder(code, finals).first()))
                .map(change -> problem(part, change));
    }

    private String source(Part part) {
        return switch (part) {
            case Body body -> body.wrapped();
            case Part.Declared(Snippet snippet, _) -> wrapper(snippet).wrapped();
        };
    }

    private SnippetWrapper wrapper(Snippet snippet) {
        return jshell.sourceCodeAnalysis().wrapper(snippet);
    }

    private Problem problem(Part part, Change change) {
        int at =
                switch (part) {
                    case Body body -> body.inCell(change.position());
                    case Part.Declared(Snippet snippet, Part.Piece piece) ->
                            piece.inCell(
                                    wrapper(snippet).wrappedToSourcePosition(change.position()));
                };
        return new Problem(
                "compiler.err.cant.assign.val.to.var",
                "cannot assign a value to final variable " + change.name(),
                part.piece().cell(),
                at,
                change.name().length());
    }

    /// A variable that is changed at a position.
    private record Change(String name, int position) {}

    /// Looks for what changes variables of other cells.
    private static final class Finder extends TreePathScanner<Void, Void> {
        private final ReadCode code;
        private final Set<String> names;
        private final List<Change> found = new ArrayList<>();

        Finder(ReadCode code, Set<String> names) {
            this.code = code;
            this.names = names;
        }

        Optional<Change> first() {
            scan(code.unit(), null);
            return found.stream().findFirst();
        }

        @Override
        public @Nullable Void visitAssignment(AssignmentTree tree, @Nullable Void nothing) {
            changed(tree.getVariable());
            return super.visitAssignment(tree, nothing);
        }

        @Override
        public @Nullable Void visitCompoundAssignment(
                CompoundAssignmentTree tree, @Nullable Void nothing) {
            changed(tree.getVariable());
            return super.visitCompoundAssignment(tree, nothing);
        }

        @Override
        public @Nullable Void visitUnary(UnaryTree tree, @Nullable Void nothing) {
            switch (tree.getKind()) {
                case PREFIX_INCREMENT, PREFIX_DECREMENT, POSTFIX_INCREMENT, POSTFIX_DECREMENT ->
                        changed(tree.getExpression());
                default -> {}
            }
            return super.visitUnary(tree, nothing);
        }

        /// A local variable or a field of the same name is another one.
        private void changed(ExpressionTree variable) {
            Trees trees = Trees.instance(code.task());
            Element element = trees.getElement(new TreePath(getCurrentPath(), variable));
            if (element != null
                    && names.contains(element.getSimpleName().toString())
                    && isOfCell(element)) {
                long at = trees.getSourcePositions().getStartPosition(code.unit(), variable);
                found.add(new Change(element.getSimpleName().toString(), (int) at));
            }
        }

        /// JShell has a class for the variables of each declaration.
        private static boolean isOfCell(Element variable) {
            return String.valueOf(variable.getEnclosingElement())
                    .matches("REPL\\.\\$JShell\\$[0-9A-Z]+");
        }
    }
}
