package nacre.kernel.shell;

import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The words of a source: all names that it can mean, and more.
final class Words {
    private static final Pattern WORD =
            Pattern.compile("\\p{javaJavaIdentifierStart}\\p{javaJavaIdentifierPart}*");

    private Words() {}

    static Set<String> of(String source) {
        return WORD.matcher(source).results().map(MatchResult::group).collect(Collectors.toSet());
    }
}
