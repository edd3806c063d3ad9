package nacre.layers.recurrent;

import java.util.List;
import nacre.tensor.Tensor;

/// How a [Bidirectional] layer joins what its two layers give.
enum MergeMode {
    CONCAT,
    SUM,
    MUL,
    AVE;

    Tensor merge(Tensor forward, Tensor backward) {
        return switch (this) {
            case CONCAT -> Tensor.concat(List.of(forward, backward), -1);
            case SUM -> forward.add(backward);
            case MUL -> forward.mul(backward);
            case AVE -> forward.add(backward).div(2);
        };
    }
}
