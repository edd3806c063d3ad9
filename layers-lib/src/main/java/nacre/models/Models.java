package nacre.models;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import nacre.layers.Layer;
import nacre.layers.LayerNode;
import nacre.layers.OperationLayer;
import nacre.layers.config.Config;
import nacre.layers.config.Sharing;
import nacre.saving.BadFile;
import nacre.saving.Json;
import nacre.tensor.Shape;
import nacre.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/// Models out of files, texts and other models.
public final class Models {
    private Models() {}

    /// A model from the text that [Model#toJson] or Keras's `to_json` gave; its weights are new.
    ///
    /// ```java
    /// Models.fromJson(Sequential.of(Input.of(4), new Dense(3)).toJson()).countParams()   // 15
    /// ```
    public static Model fromJson(String json) {
        return fromConfig(Json.read("The text", json));
    }

    /// A model from a file: `.keras`, or `.h5` as older versions of Keras wrote it. It predicts
    /// what it predicted when it was saved, and training goes on where it was.
    ///
    /// Classes of your own must be known first: `Registry.register(MyLayer.class)`. Code in a file
    /// is never run.
    public static Model load(String path) {
        return load(Path.of(path));
    }

    /// A model from a file.
    public static Model load(Path path) {
        return ModelFile.load(path, true);
    }

    /// A model from a file, with or without how it was trained: without, losses and metrics that
    /// Nacre does not have do no harm.
    public static Model load(String path, boolean compile) {
        return ModelFile.load(Path.of(path), compile);
    }

    static Model fromConfig(@Nullable Object config) {
        if (!(config instanceof Map<?, ?> map) || !(map.get("class_name") instanceof String)) {
            throw new BadFile("This is JSON, but no model: `class_name` and `config` are missing.");
        }
        try {
            if (Sharing.during(() -> Layer.of(map)) instanceof Model model) {
                build(model, map.get("build_config"));
                return model;
            }
        } catch (StackOverflowError e) {
            throw new BadFile("The model is nested too deeply.", e);
        }
        throw new BadFile("This is a layer, " + map.get("class_name") + ", and no model.");
    }

    /// A model with a `call` of its own knows its shapes only after a call: one for shapes as
    /// before.
    private static void build(Model model, @Nullable Object how) {
        boolean own = !(model instanceof Functional) && !(model instanceof Sequential);
        if (own && how instanceof Map<?, ?> map && map.get("input_shape") instanceof List<?> all) {
            boolean several = !all.isEmpty() && all.get(0) instanceof List<?>;
            List<Shape> shapes =
                    (several ? all : List.of(all))
                            .stream().map(each -> shape((List<?>) each)).toList();
            List<Shape> unused = model.outputShapes(shapes);
        }
    }

    private static Shape shape(List<?> sizes) {
        return Shape.of(
                sizes.stream()
                        .mapToInt(size -> size instanceof Number n ? n.intValue() : Shape.NONE)
                        .toArray());
    }

    /// A model like another one, with layers of its own, whose weights are drawn anew.
    @SuppressWarnings("unchecked") // a copy is of the same class
    public static <M extends Model> M clone(M model) {
        return (M) copy(model);
    }

    private static Layer copy(Layer layer) {
        return switch (layer) {
            case Functional model -> copy(model);
            case Sequential model -> copy(model);
            default -> {
                Config config = layer.getConfig();
                yield Layer.fromConfig(config);
            }
        };
    }

    private static Sequential copy(Sequential model) {
        var copy = Sequential.of();
        model.keptLayers().forEach(layer -> copy.add(copy(layer)));
        copy.name(model.name());
        copy.ownTrainable(model.trainable());
        return copy;
    }

    private static Functional copy(Functional model) {
        Map<Layer, Layer> copies = new HashMap<>();
        UnaryOperator<Layer> instead =
                layer ->
                        layer instanceof OperationLayer
                                ? layer
                                : copies.computeIfAbsent(layer, Models::copy);
        List<Tensor> starts =
                model.inputs().stream().map(x -> copy(LayerNode.of(x).layer()).output()).toList();
        var replay = new Replay(model.inputs(), starts, instead);
        var outputs = model.outputs().stream().map(replay::of).toList();
        Functional copy = Functional.of(model.inputForm(), starts, model.outputForm(), outputs);
        copy.name(model.name());
        copy.ownTrainable(model.trainable());
        return copy;
    }
}
