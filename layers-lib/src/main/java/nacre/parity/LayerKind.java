package nacre.parity;

import java.util.List;
import java.util.Objects;
import nacre.layers.Layer;
import nacre.tensor.Shape;
import nacre.tensor.Tensor;

/// A layer: its config both ways, its shapes, its weights, and what it does with data, forward and
/// backward.
final class LayerKind implements Kind {
    @Override
    public void check(Case expectation, Checks checks) {
        Layer layer = MadeLayer.of(expectation);
        List<Case> calls = calls(expectation);
        if (!calls.isEmpty()) {
            LayerCall first = LayerCall.of(calls.get(0));
            if (expectation.has("adapt_data")) {
                MadeLayer.adapt(layer, expectation.need("adapt_data"));
            }
            layer.ensureBuilt(first.inputs().stream().map(Tensor::shape).toList());
        }
        // as Keras's config was written: once the layer is built
        MadeLayer.compare(checks, expectation, layer);
        if (!calls.isEmpty()) {
            if (!expectation.has("adapt_data")) {
                weights(checks, expectation, layer);
            }
            for (int i = 0; i < calls.size(); i++) {
                String prefix = calls.size() == 1 ? "" : "call " + i + " ";
                LayerCall.of(calls.get(i)).check(prefix, layer, calls.get(i), checks);
            }
        }
        if (expectation.has("compute_output_shape")) {
            Case shapes = expectation.part(expectation.need("compute_output_shape"));
            List<Shape> got = layer.outputShapes(Arrays.shapes(shapes.get("input")));
            List<Shape> want = Arrays.shapes(shapes.get("output"));
            List<Shape> real = realShapes(calls);
            if (fits(want, real)) {
                checks.shapes("output shape", got, want);
            } else {
                checks.that(fits(got, real), "output shape: " + got + " instead of " + real);
            }
        }
    }

    /// The shapes that came out of Keras's first call.
    private static List<Shape> realShapes(List<Case> calls) {
        return calls.isEmpty()
                ? List.of()
                : Arrays.tensors(calls.get(0).get("outputs")).stream().map(Tensor::shape).toList();
    }

    /// Whether Keras's prediction agrees with what really came out of Keras; if not, what came out
    /// is right.
    private static boolean fits(List<Shape> predicted, List<Shape> real) {
        if (predicted.size() != real.size()) {
            return true; // another call, such as one with more outputs
        }
        for (int i = 0; i < real.size(); i++) {
            if (predicted.get(i).rank() == real.get(i).rank()
                    && !predicted.get(i).accepts(real.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static List<Case> calls(Case expectation) {
        return expectation.list("calls").stream()
                .map(call -> expectation.part(Objects.requireNonNull(call)))
                .toList();
    }

    private static void weights(Checks checks, Case expectation, Layer layer) {
        List<Tensor> values =
                expectation.list("weights").stream().map(weight -> Arrays.tensor(weight)).toList();
        layer.setWeights(values);
        if (expectation.has("count_params")) {
            checks.that(
                    layer.countParams() == (int) expectation.number("count_params"),
                    "has "
                            + layer.countParams()
                            + " parameters instead of "
                            + expectation.get("count_params"));
        }
        names(checks, expectation, layer);
        List<Tensor> back = layer.getWeights();
        for (int i = 0; i < values.size(); i++) {
            checks.numbers("weight " + i + " after setting it", back.get(i), values.get(i));
        }
    }

    private static void names(Checks checks, Case expectation, Layer layer) {
        for (int i = 0; i < layer.weights().size(); i++) {
            Case weight =
                    expectation.part(Objects.requireNonNull(expectation.list("weights").get(i)));
            if (weight.has("name")) {
                checks.config(
                        "name of weight " + i, layer.weights().get(i).name(), weight.get("name"));
            }
            if (weight.has("trainable")) {
                boolean trained = layer.trainableWeights().contains(layer.weights().get(i));
                checks.config("trainable of weight " + i, trained, weight.get("trainable"));
            }
        }
    }
}
