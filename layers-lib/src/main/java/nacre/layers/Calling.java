package nacre.layers;

import java.util.List;
import nacre.layers.weights.Regularizer;
import nacre.tensor.Shape;
import nacre.tensor.Tensor;

/// One call of a layer, step by step: build, transform, attach masks, price the outputs, note a
/// node.
final class Calling {
    private Calling() {}

    static List<Tensor> call(Layer layer, List<Tensor> inputs, Call how) {
        if (inputs.isEmpty()) {
            throw new IllegalArgumentException(
                    "A layer is called on at least one tensor; " + layer.name() + " got none.");
        }
        List<Shape> shapes =
                inputs.size() == 1
                        ? List.of(inputs.get(0).shape())
                        : inputs.stream().map(Tensor::shape).toList();
        layer.ensureBuilt(shapes);
        Pass outer = Pass.current();
        var pass = new Pass(layer, how, inputs, outer);
        List<Tensor> outputs = pass.run(() -> layer.callAll(inputs, pass));
        List<Tensor> made = outputs;
        outputs = pass.run(() -> layer.masked(inputs, made, pass));
        Regularizer price = layer.outputPrice();
        if (price != null && !outputs.get(0).isGhost()) {
            for (Tensor output : outputs) {
                // the price is per sample, as the loss is
                pass.addLoss(price.apply(output).div(output.dim(0)));
            }
        }
        if (outer == null) {
            layer.callLosses(pass.losses());
        }
        boolean symbolic = outer == null && inputs.stream().allMatch(x -> x.origin() != null);
        return symbolic ? layer.connect(inputs, outputs) : outputs;
    }
}
