package nacre.layers;

import java.util.ArrayList;
import java.util.List;
import nacre.layers.weights.Regularizer;
import nacre.tensor.Shape;
import nacre.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/// One call of a layer, step by step: build, transform, attach masks, price the outputs, note a node.
final class Calling {
    private Calling() {}

    static List<Tensor> call(Layer layer, List<Tensor> inputs, Call how) {
        if (inputs.isEmpty()) {
            throw new IllegalArgumentException("A layer is called on at least one tensor; " + layer.name() + " got none.");
        }
        List<Shape> shapes = inputs.size() == 1 ? List.of(inputs.get(0).shape()) : inputs.stream().map(Tensor::shape).toList();
        layer.ensureBuilt(shapes);
        Pass outer = Pass.current();
        var pass = new Pass(layer, how, inputs, outer);
        List<Tensor> outputs = pass.run(() -> layer.callAll(inputs, pass));
        outputs = masked(outputs, pass.run(() -> layer.computeMask(inputs, pass)));
        Regularizer price = layer.pricesOwnOutput() ? layer.activityRegularizer() : null;
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

    private static List<Tensor> masked(List<Tensor> outputs, @Nullable Tensor mask) {
        if (outputs.size() == 1) {
            Tensor output = outputs.get(0);
            return output.mask() == mask ? outputs : List.of(output.withMask(mask));
        }
        var result = new ArrayList<Tensor>(outputs);
        result.set(0, outputs.get(0).withMask(mask));
        return result;
    }
}
