package nacre.kernel.shell;

import java.util.Optional;

/// Characters that look like one of Java's: a text processor or a web page has put them there.
final class Lookalikes {
    private Lookalikes() {}

    static Optional<String> hint(Problem problem) {
        return switch (problem.word().isEmpty() ? ' ' : problem.word().charAt(0)) {
            case '“', '”', '„', '‟', '«', '»', '‘', '’', '‚', '´' ->
                    Optional.of("Texts stand between straight quotes: `\"hello\"`.");
            case '–', '—', '−', '‐', '‑' ->
                    Optional.of("This only looks like a minus: `-` is on the keyboard.");
            case '×', '·', '∙', '⋅' -> Optional.of("`*` multiplies in Java.");
            case '÷', '∕' -> Optional.of("`/` divides in Java.");
            case '≤' -> Optional.of("Less or equal is `<=` in Java.");
            case '≥' -> Optional.of("Greater or equal is `>=` in Java.");
            case '≠' -> Optional.of("Not equal is `!=` in Java.");
            case '→', '⇒' -> Optional.of("The arrow of a lambda is `->` in Java.");
            case '…' -> Optional.of("Java has no dots for what is left out: write it out.");
            case '\u00a0', '\u2007', '\u202f', '\u200b', '\ufeff' ->
                    Optional.of("This blank is none of Java's: delete it and type one.");
            case '#' -> Optional.of("A comment begins with `//` in Java.");
            default -> Optional.empty();
        };
    }
}
