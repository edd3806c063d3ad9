package nacre.kernel.shell;

import java.util.Optional;
import java.util.regex.Pattern;
import jdk.jshell.MethodSnippet;
import jdk.jshell.Snippet;

/// Makes code that runs once the body of a method.
///
/// JShell compiles a method three times, a statement four times and an expression five times: to
/// see whether it has a value, and of which type a variable for it would be. A body gives its value
/// without that. What cannot be one, such as a call that gives nothing, goes to JShell as it is.
final class Body {
    private static final String NAME = "do_it$"; // as JShell calls its own, and Frames knows them
    private static final String BLOCK = "() throws Throwable ";
    private static final String VALUE = "() throws Throwable { var it$ = ";
    private static final String END = "\n; return it$; }";

    /// The body of an expression.
    static final String SAMPLE = "Object " + NAME + VALUE + "1 + 1" + END;

    /// What begins so is a declaration or a statement, or certainly gives nothing.
    private static final Pattern NO_VALUE =
            Pattern.compile(
                    "\\s*(?:@|(?:import|package|class|interface|enum|record|sealed|abstract|final"
                            + "|static|public|private|protected|default|synchronized|void|var|if|for"
                            + "|while|do|try|throw|assert|return|break|continue|yield)\\b"
                            + "|System\\.(?:out|err)\\.print).*",
                    Pattern.DOTALL);

    private Body() {}

    /// The method for a piece of a cell, unless it surely cannot be one.
    ///
    /// @param number that no body had before: to JShell two of one name are one that changes
    static Optional<String> of(Part.Piece piece, int number) {
        if (piece.isBlock()) {
            return Optional.of("void " + NAME + number + BLOCK + piece.source());
        }
        boolean hasValue =
                piece.sound()
                        && !piece.semicolon()
                        && !NO_VALUE.matcher(Source.mask(piece.source())).matches();
        return hasValue
                ? Optional.of("Object " + NAME + number + VALUE + piece.source() + END)
                : Optional.empty();
    }

    /// Whether a snippet is such a method.
    static boolean is(Snippet snippet) {
        return snippet instanceof MethodSnippet method && method.name().startsWith(NAME);
    }

    /// Whether its value is that of an expression.
    static boolean hasValue(Snippet snippet) {
        return is(snippet) && snippet.source().startsWith("Object");
    }

    /// How many characters stand before the learner's own.
    static int lead(Snippet snippet) {
        if (!is(snippet)) {
            return 0;
        }
        String start = hasValue(snippet) ? VALUE : BLOCK;
        return snippet.source().indexOf(start) + start.length();
    }
}
