package nacre.layers.config;

/// A small value that a config writes as a plain number or list; made again by its `static
/// of(Object)`.
public interface Plain {
    /// The number, text, list or map that stands for this value.
    Object plain();
}
