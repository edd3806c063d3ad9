package nacre.kernel.shell;

import jdk.jshell.Snippet;
import jdk.jshell.Snippet.Kind;
import jdk.jshell.Snippet.SubKind;

/// One snippet of a cell: a declaration, a statement or an expression, compiled and ready to run.
///
/// @param piece where it stands in the cell
record Part(Snippet snippet, Piece piece) {

    /// A part of a cell before it is compiled.
    ///
    /// @param source what JShell gets: the learner's text, with a missing last semicolon
    /// @param offset where that text begins in the cell
    /// @param semicolon whether the learner ended it with a semicolon
    /// @param sound whether it is whole as far as its brackets and keywords tell
    /// @param isBlock whether it is a block of statements
    record Piece(
            Cell cell,
            String source,
            int offset,
            boolean semicolon,
            boolean sound,
            boolean isBlock) {}

    /// Whether there is something to run; a class or an import is only declared.
    boolean runs() {
        return snippet.subKind().isExecutable() || Body.is(snippet);
    }

    /// Whether its value is to be shown if it is the last part of its cell.
    boolean shows() {
        return !piece.semicolon()
                && (snippet.kind() == Kind.EXPRESSION || isUnnamed() || Body.hasValue(snippet));
    }

    /// Whether JShell keeps the value of an expression in a variable that it has made for it.
    boolean isUnnamed() {
        return snippet.subKind() == SubKind.TEMP_VAR_EXPRESSION_SUBKIND;
    }

    /// Whether nothing can refer to it once it has run.
    boolean isPassing() {
        return isUnnamed()
                || snippet.kind() == Kind.STATEMENT
                || snippet.kind() == Kind.EXPRESSION
                || Body.is(snippet);
    }

    boolean isVariable() {
        return snippet.kind() == Kind.VAR && !isUnnamed();
    }

    Part with(Snippet newer) {
        return new Part(newer, piece);
    }
}
