package nacre.kernel.repl;

import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import nacre.display.Display;

/// Pictures in the terminals that can show them: those that speak Kitty's way (Kitty, Ghostty) or
/// iTerm2's (WezTerm too).
final class TerminalPictures {
    private enum Way {
        NONE,
        KITTY,
        ITERM
    }

    private static final int CHUNK = 4096; // Kitty takes no more at once

    private final Way way;

    private TerminalPictures(Way way) {
        this.way = way;
    }

    /// What the terminal can do, as its environment variables tell.
    static TerminalPictures of(Map<String, String> environment) {
        String term = environment.getOrDefault("TERM", "");
        String program = environment.getOrDefault("TERM_PROGRAM", "");
        if (environment.containsKey("TMUX")) {
            return new TerminalPictures(Way.NONE); // it swallows pictures
        }
        if (term.contains("kitty") || program.equals("ghostty")) {
            return new TerminalPictures(Way.KITTY);
        }
        boolean iterm = program.equals("iTerm.app") || program.equals("WezTerm");
        return new TerminalPictures(iterm ? Way.ITERM : Way.NONE);
    }

    /// The characters that make the terminal draw `display`, if it is a picture and the terminal
    /// can.
    Optional<String> escape(Display display) {
        if (!(display.data().get("image/png") instanceof byte[] png)) {
            return Optional.empty();
        }
        String base64 = Base64.getEncoder().encodeToString(png);
        return switch (way) {
            case NONE -> Optional.empty();
            case KITTY -> Optional.of(kitty(base64));
            case ITERM ->
                    Optional.of(
                            "\u001b]1337;File=inline=1;size="
                                    + png.length
                                    + ":"
                                    + base64
                                    + "\u0007");
        };
    }

    private static String kitty(String base64) {
        var escapes = new StringBuilder();
        for (int at = 0; at < base64.length(); at += CHUNK) {
            int end = Math.min(at + CHUNK, base64.length());
            String first = at == 0 ? "a=T,f=100," : "";
            String more = end < base64.length() ? "m=1" : "m=0";
            escapes.append("\u001b_G")
                    .append(first)
                    .append(more)
                    .append(';')
                    .append(base64, at, end)
                    .append("\u001b\\");
        }
        return escapes.toString();
    }
}
