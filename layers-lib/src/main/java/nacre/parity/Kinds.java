package nacre.parity;

import java.util.Map;
import nacre.layers.weights.Constraint;
import nacre.layers.weights.Initializer;
import nacre.layers.weights.Regularizer;

/// The kinds of cases, by the name that case files use. A new kind is one class and one line.
final class Kinds {
    static final Map<String, Kind> ALL =
            Map.ofEntries(
                    Map.entry("layer", new LayerKind()),
                    Map.entry("error", new ErrorKind()),
                    Map.entry("stochastic", new StochasticKind()),
                    Map.entry("text", new TextKind()),
                    Map.entry("nodes_layer", new NodesLayerKind()),
                    Map.entry("nodes", new NodesKind()),
                    Map.entry("model", new ModelKind()),
                    Map.entry("activation", new ActivationKind()),
                    Map.entry("activation_name", new ActivationNameKind()),
                    Map.entry("initializer", new InitializerKind()),
                    Map.entry("initializer_name", new NameKind("initializer", Initializer::of)),
                    Map.entry("regularizer", new RegularizerKind()),
                    Map.entry("regularizer_name", new NameKind("regularizer", Regularizer::of)),
                    Map.entry("constraint", new ConstraintKind()),
                    Map.entry("constraint_name", new NameKind("constraint", Constraint::of)));

    private Kinds() {}
}
