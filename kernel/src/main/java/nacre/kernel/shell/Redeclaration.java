package nacre.kernel.shell;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jdk.jshell.JShell;
import jdk.jshell.Snippet.Status;
import jdk.jshell.VarSnippet;

/// A variable that is declared once more with the type it has: `double rate = 0.1;` in a cell that
/// runs again.
///
/// It stays the variable that it is and only gets the new value. For JShell it would be another
/// one, and all that was compiled with the old one would have to follow: classes too, which loses
/// their objects, and not the lambdas and threads that are about.
final class Redeclaration {
    private static final Pattern DECLARATION =
            Pattern.compile(
                    "\\s*(?<type>[\\w.]+(?:\\s*<[^=;(){}]*>)?(?:\\s*\\[\\s*])*)\\s+(?<name>\\w+)\\s*=(?!=)",
                    Pattern.UNICODE_CHARACTER_CLASS);

    private Redeclaration() {}

    /// The variable that a piece declares once more, if it does no more than that.
    static Optional<VarSnippet> of(Part.Piece piece, JShell jshell) {
        String mask = Source.mask(piece.source());
        Matcher declaration = DECLARATION.matcher(mask);
        if (!piece.sound()
                || !declaration.lookingAt()
                || Needs.outside(mask.substring(declaration.end())).contains(",")) {
            return Optional.empty();
        }
        return jshell.variables()
                .filter(each -> each.name().equals(declaration.group("name")))
                .filter(each -> jshell.status(each) == Status.VALID)
                .filter(each -> plain(each.typeName()).equals(plain(declaration.group("type"))))
                .findFirst();
    }

    private static String plain(String type) {
        return type.replaceAll("\\s", "");
    }
}
