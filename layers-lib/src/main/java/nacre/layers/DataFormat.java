package nacre.layers;

/// Where the channels of data are.
public enum DataFormat {
    /// `(batch, sizes…, channels)`; the default.
    CHANNELS_LAST,
    /// `(batch, channels, sizes…)`.
    CHANNELS_FIRST;

    /// The format by Keras's name.
    public static DataFormat of(String name) {
        return switch (name) {
            case "channels_last" -> CHANNELS_LAST;
            case "channels_first" -> CHANNELS_FIRST;
            default ->
                    throw new IllegalArgumentException(
                            "`dataFormat` must be \"channels_last\" or \"channels_first\"; got \""
                                    + name
                                    + "\".");
        };
    }
}
