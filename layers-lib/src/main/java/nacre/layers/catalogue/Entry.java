package nacre.layers.catalogue;

import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nacre.layers.Layer;
import nacre.layers.config.Config;
import nacre.layers.config.Configs;
import nacre.layers.config.Names;
import nacre.tensor.Shape;
import nacre.tensor.Weight;
import org.jspecify.annotations.Nullable;

/// What the catalogue knows of one layer.
///
/// @param type the class
/// @param group its package, such as `convolutional`
/// @param arguments those of the constructor, which must be given
/// @param options what may be set, with the defaults
/// @param doc the documentation, line by line
/// @param inputs the shapes of an example's inputs
/// @param outputs the shapes that come out
/// @param weights the weights of the example
public record Entry(
        Class<?> type,
        String group,
        List<String> arguments,
        List<Option> options,
        List<String> doc,
        List<Shape> inputs,
        List<Shape> outputs,
        List<String> weights) {

    /// An option of a layer.
    ///
    /// @param name its name
    /// @param value its default, as text
    /// @param doc what it does
    public record Option(String name, String value, String doc) {}

    static Entry of(Class<?> type, @Nullable Example example) {
        String group = type.getPackageName().replaceFirst(".*\\.", "");
        List<String> arguments = arguments(type);
        List<String> doc = Source.of(type).doc();
        if (example == null) {
            return new Entry(
                    type, group, arguments, List.of(), doc, List.of(), List.of(), List.of());
        }
        Layer layer = example.layer();
        List<Option> options = options(type, layer, arguments);
        List<Shape> outputs = layer.outputShapes(example.inputs());
        List<String> weights = layer.weights().stream().map(Entry::said).toList();
        return new Entry(type, group, arguments, options, doc, example.inputs(), outputs, weights);
    }

    private static String said(Weight weight) {
        return weight.name() + " " + weight.shape() + (weight.trainable() ? "" : ", not trained");
    }

    /// The parameters of the constructor that takes the fewest.
    private static List<String> arguments(Class<?> type) {
        return Stream.of(type.getConstructors())
                .min(Comparator.comparingInt(Constructor::getParameterCount))
                .map(
                        constructor ->
                                Stream.of(constructor.getParameters())
                                        .map(Parameter::getName)
                                        .toList())
                .orElse(List.of());
    }

    private static List<Option> options(Class<?> type, Layer layer, List<String> arguments) {
        Config config = defaults(layer, arguments).getConfig();
        Map<String, Field> fields =
                Configs.fields(type).stream()
                        .collect(Collectors.toMap(Field::getName, f -> f, (a, b) -> b));
        var options = new ArrayList<Option>();
        fields.forEach(
                (name, field) -> {
                    boolean given =
                            arguments.contains(name) || Modifier.isFinal(field.getModifiers());
                    if (!given
                            && field.getDeclaringClass() != Layer.class
                            && config.containsKey(Names.key(name))) {
                        String doc = Source.of(field.getDeclaringClass()).optionDoc(name);
                        if (!doc.isEmpty()) {
                            options.add(new Option(name, text(config.get(Names.key(name))), doc));
                        }
                    }
                });
        options.sort(Comparator.comparing(Option::name));
        return options;
    }

    /// A layer like this one of which only the arguments are given.
    private static Layer defaults(Layer layer, List<String> arguments) {
        Config config = layer.getConfig();
        var given = new LinkedHashMap<String, @Nullable Object>();
        for (String argument : arguments) {
            String key = Names.key(argument);
            if (!Configs.keys(layer.getClass()).contains(key)) {
                return layer; // a Lambda: no config holds its function
            }
            if (config.get(key) == null) {
                return layer; // given in another way, by another constructor
            }
            given.put(key, config.get(key));
        }
        return Configs.make(layer.getClass(), given);
    }

    /// A value of a config in short.
    private static String text(@Nullable Object value) {
        return switch (value) {
            case null -> "none";
            case Map<?, ?> object when object.get("class_name") instanceof String name ->
                    Names.snake(name);
            case String text -> "\"" + text + "\"";
            default -> Objects.toString(value);
        };
    }

    /// The class without its package.
    public String name() {
        return type.getSimpleName();
    }

    /// What the layer does, in one sentence.
    public String summary() {
        String text =
                doc.stream().takeWhile(line -> !line.isBlank()).collect(Collectors.joining(" "));
        int end = text.indexOf(". ");
        return end < 0 ? text : text.substring(0, end + 1);
    }

    /// The shapes of the example: `(None, 4) → (None, 5)`.
    public String shapes() {
        return inputs.isEmpty() ? "" : join(inputs) + " → " + join(outputs);
    }

    private static String join(List<Shape> shapes) {
        return shapes.stream().map(Shape::toString).collect(Collectors.joining(", "));
    }
}
