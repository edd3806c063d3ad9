package nacre.layers;

/// Something that is not a layer but has one inside, such as an activation function made of a
/// layer.
public interface LayerHolder {
    /// The layer inside.
    Layer layer();
}
