package nacre.tensor;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Where a symbolic tensor comes from: which layer made it, at which of its calls, and which of its
/// outputs it is.
///
/// @param maker the layer
/// @param node the index of the call, from 0
/// @param index which of the outputs, from 0
public record Origin(Maker maker, int node, int index) {

    /// What makes symbolic tensors: a layer.
    public interface Maker {
        /// Notes an operation on symbolic tensors as one more step of their graph, and gives its
        /// symbolic result. Without a name it cannot be written into a file.
        Tensor note(
                @Nullable OpName name,
                Function<List<Tensor>, Tensor> operation,
                Shape result,
                List<Tensor> inputs);
    }
}
