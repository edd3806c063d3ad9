package nacre.kernel.shell;

import java.util.Collection;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jdk.jshell.Snippet;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.SnippetWrapper;
import org.jspecify.annotations.Nullable;

/// Knows which line of which cell a stack frame belongs to.
///
/// JShell wraps each snippet into a class `REPL.$JShell$12`, and so does a [Body]; the frame's line
/// counts in that wrapping.
final class Places {
    private static final Pattern WRAPPER = Pattern.compile("REPL\\.\\$JShell\\$\\w+");

    private final SourceCodeAnalysis analysis;
    private final Map<Snippet, Part.Piece> pieces = new IdentityHashMap<>();
    private final Map<String, Snippet> byClass = new HashMap<>();
    private final Map<String, Body> bodies = new LinkedHashMap<>();

    Places(SourceCodeAnalysis analysis) {
        this.analysis = analysis;
    }

    synchronized void put(Snippet snippet, Part.Piece piece) {
        pieces.put(snippet, piece);
        byClass.put(analysis.wrapper(snippet).fullClassName(), snippet);
    }

    synchronized void put(Body body) {
        bodies.put(body.className(), body);
    }

    /// The classes of the bodies, the oldest first.
    synchronized List<String> bodies() {
        return List.copyOf(bodies.keySet());
    }

    /// Lets go of snippets and bodies that can no longer run.
    synchronized void forget(Set<Snippet> gone, Collection<String> goneBodies) {
        pieces.keySet().removeAll(gone);
        byClass.values().removeIf(gone::contains);
        bodies.keySet().removeAll(goneBodies);
    }

    static boolean isCell(StackTraceElement frame) {
        return WRAPPER.matcher(frame.getClassName()).lookingAt();
    }

    /// Where a declaration begins.
    synchronized Optional<Cell.Spot> begin(Snippet snippet) {
        return Optional.ofNullable(pieces.get(snippet)).map(piece -> spot(piece, piece.inCell(0)));
    }

    /// The learner's line of a frame.
    synchronized Optional<Cell.Spot> spot(StackTraceElement frame) {
        Matcher matcher = WRAPPER.matcher(frame.getClassName());
        if (!matcher.lookingAt()) {
            return Optional.empty();
        }
        Body body = bodies.get(matcher.group());
        if (body != null) {
            int begin = lineBegin(body.wrapped(), frame.getLineNumber());
            return Optional.of(spot(body.piece(), body.inCell(begin)));
        }
        Snippet snippet = byClass.computeIfAbsent(matcher.group(), this::search);
        return Optional.ofNullable(snippet)
                .map(each -> JShellInsides.atLine(each, frame.getLineNumber()))
                .flatMap(
                        each ->
                                Optional.ofNullable(pieces.get(each))
                                        .map(piece -> spot(each, piece, frame.getLineNumber())));
    }

    /// A snippet that was compiled anew since, because what it needs has changed, is in a class of
    /// another name.
    private @Nullable Snippet search(String className) {
        return pieces.keySet().stream()
                .filter(each -> analysis.wrapper(each).fullClassName().equals(className))
                .findFirst()
                .orElse(null);
    }

    private Cell.Spot spot(Snippet snippet, Part.Piece piece, int line) {
        SnippetWrapper wrapper = analysis.wrapper(snippet);
        int begin = lineBegin(wrapper.wrapped(), line);
        return spot(piece, piece.inCell(Math.max(0, wrapper.wrappedToSourcePosition(begin))));
    }

    /// Where the first visible character of a line is, or of those after it.
    private static int lineBegin(String wrapped, int line) {
        int position = 0;
        for (int i = 1; i < line && position >= 0; i++) {
            position = wrapped.indexOf('\n', position) + 1;
        }
        while (position < wrapped.length() && wrapped.charAt(position) <= ' ') {
            position++;
        }
        return position;
    }

    private static Cell.Spot spot(Part.Piece piece, int position) {
        int at = position;
        String mask = Source.mask(piece.cell().code());
        while (at >= 0 && at < mask.length() && mask.charAt(at) <= ' ') {
            at++; // an expression begins behind the empty lines and comments before it
        }
        return piece.cell().spot(at);
    }
}
