package nacre.kernel.shell;

import java.util.List;
import java.util.regex.Pattern;

/// Code that runs once, compiled as the body of a method: an expression, or a block of statements.
///
/// JShell compiles a statement four times and an expression five times: to see whether it has a
/// value, and of which type a variable for it would be. A body is compiled once, by [Bodies]. What
/// cannot be one, such as a lambda without a type, goes to JShell as it is.
///
/// @param form whether it has a value
/// @param className the class that has the method
/// @param wrapped the source of that class
/// @param lead how many of its characters stand before the learner's own
record Body(Part.Piece piece, Form form, String className, String wrapped, int lead)
        implements Part {
    /// What begins so is a declaration or a statement.
    private static final Pattern NO_EXPRESSION =
            Pattern.compile(
                    "\\s*(?:@|(?:import|package|class|interface|enum|record|sealed|abstract|final"
                            + "|static|public|private|protected|default|synchronized|void|var|if|for"
                            + "|while|do|try|throw|assert|return|break|continue|yield)\\b)");

    private static final Pattern PRINTING =
            Pattern.compile("\\s*System\\.(?:out|err)\\.print(?:ln)?\\s*\\(");

    private static final Pattern CALL = Pattern.compile("\\s*\\w+(?:\\s*\\.\\s*\\w+)*\\s*\\(");

    /// How a method is made of a piece.
    enum Form {
        VALUE("java.lang.Object", "{ var it$ = ", "\n; return it$; }"),
        CALL("void", "{ ", "\n; }"),
        BLOCK("void", "", ""),
        /// A local variable, the value of which goes to the one of that name.
        VARIABLE("void", "{ ", "\n; }");

        private final String type;
        private final String begin;
        private final String end;

        Form(String type, String begin, String end) {
            this.type = type;
            this.begin = begin;
            this.end = end;
        }
    }

    /// The forms that a piece may have, the likeliest first; the compiler has the last word.
    static List<Form> forms(Piece piece) {
        if (piece.isBlock()) {
            return List.of(Form.BLOCK);
        }
        String mask = Source.mask(piece.source());
        if (!piece.sound() || piece.semicolon() || NO_EXPRESSION.matcher(mask).lookingAt()) {
            return List.of();
        }
        if (PRINTING.matcher(mask).lookingAt()) {
            return List.of(Form.CALL);
        }
        return CALL.matcher(mask).lookingAt()
                ? List.of(Form.VALUE, Form.CALL)
                : List.of(Form.VALUE);
    }

    /// Wraps a class around a piece.
    ///
    /// @param imports the lines above the class
    /// @param number that no body had before; no class of JShell's has a number that begins with 0
    /// @param then what is done with the value
    static Body of(Piece piece, Form form, String imports, int number, String then) {
        String name = "$JShell$0" + number;
        String head =
                "package REPL;\n%sclass %s {\npublic static %s %s() throws java.lang.Throwable %s"
                        .formatted(imports, name, form.type, Variables.CODE, form.begin);
        String wrapped = head + piece.source() + then + form.end + "\n}\n";
        return new Body(piece, form, "REPL." + name, wrapped, head.length());
    }

    @Override
    public boolean runs() {
        return true;
    }

    @Override
    public boolean hasValue() {
        return form == Form.VALUE;
    }

    /// Where a character of the class stands in the cell, or the learner's first one after it.
    int inCell(int position) {
        return piece.inCell(Math.max(0, position - lead));
    }
}
