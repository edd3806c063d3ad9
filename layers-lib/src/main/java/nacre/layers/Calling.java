package nacre.layers;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import nacre.layers.weights.Regularizer;
import nacre.tensor.Shape;
import nacre.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/// One call of a layer, step by step: build, transform, attach masks, price the outputs, note a
/// node.
final class Calling {
    private Calling() {}

    static List<Tensor> call(Layer layer, List<Tensor> inputs, Call how) {
        try {
            return apply(layer, inputs, how);
        } catch (IllegalArgumentException e) {
            throw named(layer, e);
        }
    }

    /// With the name of the layer before what a tensor has said; a layer with others inside leaves
    /// that to them.
    private static IllegalArgumentException named(Layer layer, IllegalArgumentException e) {
        String said = String.valueOf(e.getMessage());
        String type = layer.getClass().getSimpleName();
        boolean isNamed =
                Pattern.compile("\\b" + type + "\\b").matcher(said).find()
                        || said.contains("\"" + layer.name() + "\"");
        boolean isOwn = e.getClass() == IllegalArgumentException.class;
        return isNamed || !isOwn || !layer.sublayers().isEmpty()
                ? e
                : new IllegalArgumentException(
                        "%s \"%s\": %s".formatted(type, layer.name(), said), e);
    }

    private static List<Tensor> apply(Layer layer, List<Tensor> inputs, Call how) {
        if (inputs.isEmpty()) {
            throw new IllegalArgumentException(
                    "A layer is called on at least one tensor; " + layer.name() + " got none.");
        }
        Pass outer = Pass.current();
        if (outer == null && inputs.stream().allMatch(x -> x.origin() != null)) {
            return symbolic(layer, inputs, how);
        }
        layer.ensureBuilt(shapes(inputs));
        var pass = new Pass(layer, how, inputs, outer);
        List<Tensor> outputs =
                pass.run(() -> layer.masked(inputs, layer.callAll(inputs, pass), pass));
        Regularizer price = pass.flag(Call.UNPRICED) ? null : layer.outputPrice();
        if (price != null && !outputs.get(0).isGhost()) {
            for (Tensor output : outputs) {
                // the price is per sample, as the loss is
                pass.addLoss(price.apply(output).div(output.dim(0)));
            }
        }
        if (outer == null) {
            layer.callLosses(pass.losses());
        }
        return outputs;
    }

    /// Two layers in one pass, if nobody trains, or asks for masks or prices of what lies between.
    static @Nullable Tensor both(Layer first, Layer next, List<Tensor> inputs) {
        Pass outer = Pass.current();
        Tensor x = inputs.get(0);
        boolean looksOnly = outer != null && !outer.training() && next.built();
        boolean simple = inputs.size() == 1 && !x.isGhost() && x.mask() == null;
        if (!looksOnly || !simple || first.outputPrice() != null || next.outputPrice() != null) {
            return null;
        }
        first.ensureBuilt(shapes(inputs));
        return new Pass(first, Call.plain(), inputs, outer).run(() -> first.callWith(next, x));
    }

    private static List<Shape> shapes(List<Tensor> inputs) {
        return inputs.size() == 1
                ? List.of(inputs.get(0).shape())
                : inputs.stream().map(Tensor::shape).toList();
    }

    /// A call that becomes a node: what the layer does inside stays out of the graph, but masks are
    /// part of it.
    private static List<Tensor> symbolic(Layer layer, List<Tensor> given, Call how) {
        List<Tensor> inputs = new ArrayList<>(given);
        inputs.addAll(how.initialState());
        layer.ensureBuilt(shapes(inputs));
        List<Tensor> bare = inputs.stream().map(Calling::bare).toList();
        var inside = new Pass(layer, bare(how), bare, null);
        List<Tensor> made = inside.run(() -> layer.callAll(bare, inside));
        var pass = new Pass(layer, how, inputs, null);
        List<Tensor> outputs = layer.masked(inputs, made, pass);
        var noted = new ArrayList<@Nullable Tensor>();
        for (int i = 0; i < inputs.size() && layer.takesMasks(); i++) {
            noted.add(pass.mask(i));
        }
        Call node = how.initialState(List.of()).masks(noted);
        return layer.connect(inputs, outputs, node);
    }

    private static Tensor bare(Tensor x) {
        Tensor mask = x.mask();
        return Tensor.ghost(x.shape()).withMask(mask == null ? null : Tensor.ghost(mask.shape()));
    }

    private static Call bare(Call how) {
        var masks = new ArrayList<@Nullable Tensor>();
        how.masks().forEach(mask -> masks.add(mask == null ? null : bare(mask)));
        Map<String, Object> options = new LinkedHashMap<>(how.options());
        options.replaceAll(
                (_, value) -> value instanceof Tensor x && x.isGhost() ? bare(x) : value);
        return new Call(how.mode(), masks, List.of(), options);
    }
}
