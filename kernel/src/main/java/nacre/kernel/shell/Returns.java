package nacre.kernel.shell;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.util.Optional;
import java.util.regex.Pattern;
import jdk.jshell.JShell;
import org.jspecify.annotations.Nullable;

/// Finds a `return` that stands free in a cell, in no method of the learner's.
///
/// JShell makes a method of each piece, so that the word would leave the piece and no more: what
/// follows in the cell would run, or not, as the pieces happen to be cut.
final class Returns {
    /// What surely is a statement: in a method of the learner's the word is right.
    private static final Pattern STATEMENT =
            Pattern.compile("\\s*(?:(?:return|if|for|while|do|try|switch)\\b|\\{)");

    private static final Pattern WORD = Pattern.compile("\\breturn\\b");

    private static final String HEAD =
            "package REPL;\nclass $JShell$0 {\nstatic Object it() throws Throwable {\n";

    private final JShell jshell;

    Returns(JShell jshell) {
        this.jshell = jshell;
    }

    /// What is told of it.
    Optional<CellError> freeIn(Part.Piece piece) {
        String mask = Source.mask(piece.source());
        if (!STATEMENT.matcher(mask).lookingAt() || !WORD.matcher(mask).find()) {
            return Optional.empty();
        }
        return WarmCompiler.of(jshell)
                .flatMap(
                        javac ->
                                javac.read(
                                        HEAD + piece.source() + "\n}}\n",
                                        HEAD.length(),
                                        code -> new Finder(code).first()))
                .map(found -> error(found, piece));
    }

    private static CellError error(Free found, Part.Piece piece) {
        Cell.Spot spot = piece.cell().spot(piece.inCell(found.position()));
        return new Story(Diagnosis.NAME, "A cell is no method: there is nothing to return from.")
                .at(spot, spot.name(), "return".length())
                .hint(
                        found.hasValue()
                                ? "The value of a cell is its last expression, without the word."
                                : "What is to be left out stands in an `if`, or in a method of its own.")
                .error();
    }

    /// A `return` at a position of a piece.
    private record Free(int position, boolean hasValue) {}

    /// Looks for the first that is neither in a lambda nor in a class.
    private static final class Finder extends TreePathScanner<@Nullable Free, Void> {
        private final ReadCode code;

        Finder(ReadCode code) {
            this.code = code;
        }

        Optional<Free> first() {
            return Optional.ofNullable(scan(code.unit(), null));
        }

        @Override
        public @Nullable Free visitReturn(ReturnTree tree, @Nullable Void nothing) {
            long at =
                    Trees.instance(code.task())
                            .getSourcePositions()
                            .getStartPosition(code.unit(), tree);
            return new Free((int) at - code.start(), tree.getExpression() != null);
        }

        @Override
        public @Nullable Free visitLambdaExpression(
                LambdaExpressionTree tree, @Nullable Void nothing) {
            return null;
        }

        @Override
        public @Nullable Free visitClass(ClassTree tree, @Nullable Void nothing) {
            boolean isOurs = getCurrentPath().getParentPath().getLeaf() == code.unit();
            return isOurs ? super.visitClass(tree, nothing) : null;
        }

        @Override
        public @Nullable Free reduce(@Nullable Free one, @Nullable Free other) {
            return one != null ? one : other;
        }
    }
}
