package nacre.kernel.shell;

import java.util.regex.MatchResult;

/// A sentence with gaps: `$1` stands for what the first group of a pattern has found.
final class Phrase {
    private Phrase() {}

    static String fill(String sentence, MatchResult found) {
        String filled = sentence;
        for (int group = found.groupCount(); group > 0; group--) {
            String word = found.group(group);
            filled = filled.replace("$" + group, word == null ? "" : word.strip());
        }
        return filled;
    }
}
