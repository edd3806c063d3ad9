package nacre.layers.catalogue;

import java.util.Locale;
import java.util.stream.Stream;
import nacre.display.Choices;
import nacre.layers.DataFormat;
import nacre.layers.Layer;
import nacre.layers.activation.Activations;
import nacre.layers.config.NameChoices;
import nacre.layers.config.Registry;
import nacre.layers.weights.Constraint;
import nacre.layers.weights.Initializer;
import nacre.layers.weights.Regularizer;
import nacre.tensor.Padding;
import nacre.tensor.Resampling;

/// The texts that the options of layers can be, by the option's name.
public final class LayerChoices implements Choices {
    private static final String CAUSAL = Padding.CAUSAL.name().toLowerCase(Locale.ROOT);

    /// Only `Conv1D` pads in front alone.
    @Override
    public Stream<String> of(String type, String method, int argument) {
        boolean mayBeCausal = type.isEmpty() || type.equals("Conv1D");
        return of(method, argument).filter(each -> mayBeCausal || !each.equals(CAUSAL));
    }

    @Override
    public Stream<String> of(String method, int argument) {
        if (argument > 0) {
            return Stream.of();
        }
        String option = method.toLowerCase(Locale.ROOT);
        if (option.endsWith("activation")) {
            return Stream.of(Activations.values())
                    .filter(function -> !function.needsOptions())
                    .map(Activations::serialize);
        }
        if (option.endsWith("initializer")) {
            return NameChoices.of(Initializer.class, Initializer::of);
        }
        if (option.endsWith("regularizer")) {
            return NameChoices.of(Regularizer.class, Regularizer::of);
        }
        if (option.endsWith("constraint")) {
            return NameChoices.of(Constraint.class, Constraint::of);
        }
        return switch (method) {
            case "padding" -> NameChoices.of(Padding.values());
            case "dataFormat" -> NameChoices.of(DataFormat.values());
            case "interpolation" -> NameChoices.of(Resampling.values());
            case "help" -> Registry.all(Layer.class).stream().map(Class::getSimpleName);
            default -> Stream.of();
        };
    }
}
