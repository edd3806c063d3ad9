package nacre.lesson;

import nacre.display.Display;

/// What came of an answer: right, not yet, or not given, and a hint for the next try.
///
/// @param mark how it went
/// @param message what to say to the learner
public record Verdict(Mark mark, String message) {

    /// How an answer went.
    public enum Mark {
        /// The answer is right.
        RIGHT("✓", "#00734d", "#e8f5ef"),
        /// The answer is wrong so far.
        NOT_YET("✗", "#b3470a", "#fdf1e9"),
        /// There is no answer.
        OPEN("○", "#44546a", "#f2f4f7");

        private final String sign;
        private final String color;
        private final String background;

        Mark(String sign, String color, String background) {
            this.sign = sign;
            this.color = color;
            this.background = background;
        }
    }

    static Verdict right(String message) {
        return new Verdict(Mark.RIGHT, message);
    }

    static Verdict notYet(String hint) {
        return new Verdict(Mark.NOT_YET, hint);
    }

    static Verdict open(String hint) {
        return new Verdict(Mark.OPEN, "Not answered yet. " + hint);
    }

    /// Whether the answer is right.
    public boolean isRight() {
        return mark == Mark.RIGHT;
    }

    @Override
    public String toString() {
        return mark.sign + " " + message;
    }

    /// A coloured line for a notebook.
    public String toHtml() {
        return "<div style=\"border-left:4px solid "
                + mark.color
                + ";background:"
                + mark.background
                + ";color:"
                + mark.color
                + ";padding:6px 12px\"><b>"
                + mark.sign
                + "</b> "
                + Display.escape(message)
                + "</div>";
    }
}
