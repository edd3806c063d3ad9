package nacre.layers;

import java.util.Map;
import nacre.tensor.Tensor;

/// What a layer has learned that is no weight, such as a vocabulary, as Keras keeps it in files.
///
/// @param files contents by the names of files
/// @param arrays numbers by names
public record Keepsakes(Map<String, byte[]> files, Map<String, Tensor> arrays) {
    /// Nothing.
    public static final Keepsakes NONE = new Keepsakes(Map.of(), Map.of());

    public Keepsakes {
        files = Map.copyOf(files);
        arrays = Map.copyOf(arrays);
    }
}
