package nacre.kernel.shell;

import jdk.jshell.Snippet;
import jdk.jshell.Snippet.Kind;
import jdk.jshell.Snippet.SubKind;

/// One piece of a cell, compiled and ready to run: a [Body], or what JShell has made of it.
sealed interface Part permits Body, Part.Declared {
    /// Where it stands in the cell.
    Piece piece();

    /// Whether there is something to run; a class or an import is only declared.
    boolean runs();

    /// Whether it is worth something once it has run.
    boolean hasValue();

    /// Whether its value is to be shown if it is the last part of its cell.
    default boolean shows() {
        return !piece().semicolon() && hasValue();
    }

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

    /// What JShell has compiled: a declaration, or code that cannot be a [Body].
    record Declared(Snippet snippet, Piece piece) implements Part {
        @Override
        public boolean runs() {
            return snippet.subKind().isExecutable();
        }

        @Override
        public boolean hasValue() {
            return snippet.kind() == Kind.EXPRESSION || isUnnamed();
        }

        /// Whether JShell keeps the value of an expression in a variable that it has made for it.
        boolean isUnnamed() {
            return snippet.subKind() == SubKind.TEMP_VAR_EXPRESSION_SUBKIND;
        }

        /// Whether nothing can refer to it once it has run.
        boolean isPassing() {
            return isUnnamed()
                    || snippet.kind() == Kind.STATEMENT
                    || snippet.kind() == Kind.EXPRESSION;
        }

        boolean isVariable() {
            return snippet.kind() == Kind.VAR && !isUnnamed();
        }
    }
}
