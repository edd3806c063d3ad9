package nacre.kernel.transport;

import java.util.List;

/// What could stand between two places of the code.
///
/// @param start where the text to replace begins, in UTF-16 units
/// @param end where it ends
/// @param matches what could stand there, best first
public record Completions(int start, int end, List<Match> matches) {
    /// One proposal.
    ///
    /// @param text what is put in
    /// @param type what it is (`function`, `class`, `instance`, `keyword`, …), or empty
    /// @param signature how it is called, such as `(int units)`, or empty
    public record Match(String text, String type, String signature) {}
}
