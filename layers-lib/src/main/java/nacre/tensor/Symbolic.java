package nacre.tensor;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Operations on symbolic tensors: they are not done, but noted as steps of a model's graph.
final class Symbolic {
    private Symbolic() {}

    /// Whether one of these was made by a layer called on an `Input`.
    static boolean any(Tensor... x) {
        for (Tensor tensor : x) {
            if (tensor.origin() != null) {
                return true;
            }
        }
        return false;
    }

    /// Notes an operation whose shape is found by trying it on ghosts.
    static Tensor note(
            @Nullable OpName name, Function<List<Tensor>, Tensor> operation, Tensor... x) {
        List<Tensor> ghosts = Stream.of(x).map(Symbolic::ghost).toList();
        return note(name, operation, operation.apply(ghosts).shape(), x);
    }

    private static Tensor ghost(Tensor x) {
        return x.origin() == null ? x : Tensor.ghost(x.shape());
    }

    static Tensor note(
            @Nullable OpName name,
            Function<List<Tensor>, Tensor> operation,
            Shape result,
            Tensor... x) {
        Origin origin =
                Stream.of(x)
                        .map(Tensor::origin)
                        .flatMap(Stream::ofNullable)
                        .findFirst()
                        .orElseThrow();
        return origin.maker().note(name, operation, result, List.of(x));
    }
}
