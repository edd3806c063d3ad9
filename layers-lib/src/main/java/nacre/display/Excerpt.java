package nacre.display;

/// The beginning of a text that is too long to be shown.
public final class Excerpt {
    private Excerpt() {}

    /// The text, or its first `most` characters and how many more there are: `abc… 7 more
    /// characters`.
    public static String of(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most;
        return text.substring(0, end) + "… " + (text.length() - end) + " more characters";
    }
}
