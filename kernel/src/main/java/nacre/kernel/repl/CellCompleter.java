package nacre.kernel.repl;

import java.util.List;
import nacre.kernel.shell.Completion;
import org.jline.reader.Candidate;
import org.jline.reader.Completer;
import org.jline.reader.LineReader;
import org.jline.reader.ParsedLine;
import org.jspecify.annotations.Nullable;

/// Hands the shell's proposals to the line editor.
final class CellCompleter implements Completer {
    @Override
    public void complete(LineReader reader, ParsedLine line, List<Candidate> candidates) {
        if (line instanceof CellParser.Typed typed) {
            int rank = 0;
            for (Completion.Item item : typed.completion().items()) {
                candidates.add(candidate(item, rank++));
            }
        }
    }

    private static Candidate candidate(Completion.Item item, int rank) {
        @Nullable String signature = item.signature().isEmpty() ? null : item.signature();
        boolean spaceBehind = false;
        return new Candidate(
                item.text(), item.text(), null, signature, null, null, spaceBehind, rank);
    }
}
