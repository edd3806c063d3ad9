package nacre.layers.preprocessing;

/// Where whole numbers go that are not in a vocabulary.
enum OovMethod {
    /// To their remainder.
    FLOORMOD,
    /// To a place that looks random.
    FARMHASH;

    static OovMethod of(String name) {
        return switch (name) {
            case "floormod" -> FLOORMOD;
            case "farmhash" -> FARMHASH;
            default ->
                    throw new IllegalArgumentException(
                            "`oovMethod` must be \"floormod\" or \"farmhash\"; got \""
                                    + name
                                    + "\".");
        };
    }
}
