package nacre.kernel.shell;

import java.util.ArrayList;
import java.util.List;
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
    /// @param inserts what the source has more than the learner's text
    record Piece(
            Cell cell,
            String source,
            int offset,
            boolean semicolon,
            boolean sound,
            boolean isBlock,
            List<Insert> inserts) {

        Piece(
                Cell cell,
                String source,
                int offset,
                boolean semicolon,
                boolean sound,
                boolean isBlock) {
            this(cell, source, offset, semicolon, sound, isBlock, List.of());
        }

        /// The same with something put in for JShell, behind what was put in before.
        Piece with(int at, String text) {
            String longer = source.substring(0, at) + text + source.substring(at);
            var all = new ArrayList<>(inserts);
            all.add(new Insert(at, text.length()));
            return new Piece(cell, longer, offset, semicolon, sound, isBlock, all);
        }

        /// Where a character of the source stands in the cell.
        int inCell(long position) {
            long before = inserts.stream().mapToLong(each -> each.upTo(position)).sum();
            return Math.toIntExact(offset + position - before);
        }
    }

    /// Text that is not the learner's.
    record Insert(int at, int length) {
        /// How much of it stands before a character.
        long upTo(long position) {
            return Math.clamp(position - at, 0, length);
        }
    }

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
