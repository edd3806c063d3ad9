package nacre.layers.attention;

/// How [Attention] compares a query with a key.
enum ScoreMode {
    DOT,
    CONCAT;

    static ScoreMode of(String name) {
        return switch (name) {
            case "dot" -> DOT;
            case "concat" -> CONCAT;
            default ->
                    throw new IllegalArgumentException(
                            "`scoreMode` must be \"dot\" or \"concat\"; got \"" + name + "\".");
        };
    }
}
