package nacre.layers.preprocessing;

import java.util.regex.Pattern;

/// How a text is cleaned before it is split.
enum Standardize {
    LOWER_AND_STRIP_PUNCTUATION(true, true),
    LOWER(true, false),
    STRIP_PUNCTUATION(false, true);

    private static final Pattern PUNCTUATION =
            Pattern.compile("[!\"#$%&()*+,\\-./:;<=>?@\\[\\\\\\]^_`{|}~']");

    private final boolean lower;
    private final boolean strip;

    Standardize(boolean lower, boolean strip) {
        this.lower = lower;
        this.strip = strip;
    }

    String clean(String text) {
        String small = lower ? lower(text) : text;
        return strip ? PUNCTUATION.matcher(small).replaceAll("") : small;
    }

    /// Only A to Z, as in Keras.
    private static String lower(String text) {
        var result = new StringBuilder(text);
        for (int i = 0; i < result.length(); i++) {
            char c = result.charAt(i);
            result.setCharAt(i, c >= 'A' && c <= 'Z' ? (char) (c + 32) : c);
        }
        return result.toString();
    }
}
