package nacre.parity;

import java.util.Map;
import nacre.layers.Layer;
import nacre.layers.weights.Constraint;
import nacre.layers.weights.Initializer;
import nacre.layers.weights.Regularizer;
import nacre.models.Model;
import nacre.training.Loss;
import nacre.training.Metric;
import nacre.training.Optimizer;

/// The kinds of cases, by the name that case files use. A new kind is one class and one line.
final class Kinds {
    static final Map<String, Kind> ALL =
            Map.ofEntries(
                    Map.entry("layer", new LayerKind()),
                    Map.entry("error", new ErrorKind()),
                    Map.entry("stochastic", new StochasticKind()),
                    Map.entry("text", new TextKind()),
                    Map.entry("nodes_layer", new NodesLayerKind()),
                    Map.entry("activation", new ActivationKind()),
                    Map.entry("activation_name", new ActivationNameKind()),
                    Map.entry("initializer", new InitializerKind()),
                    Map.entry("initializer_name", new NameKind("initializer", Initializer::of)),
                    Map.entry("regularizer", new RegularizerKind()),
                    Map.entry("regularizer_name", new NameKind("regularizer", Regularizer::of)),
                    Map.entry("constraint", new ConstraintKind()),
                    Map.entry("constraint_name", new NameKind("constraint", Constraint::of)),
                    Map.entry("loss", new LossKind()),
                    Map.entry("loss_name", new ResolvedNameKind(Loss::of)),
                    Map.entry("loss_error", new MakingErrorKind(Loss.class)),
                    Map.entry("metric", new MetricKind()),
                    Map.entry("metric_name", new ResolvedNameKind(Metric::of)),
                    Map.entry("metric_error", new MakingErrorKind(Metric.class)),
                    Map.entry("schedule", new ScheduleKind()),
                    Map.entry("optimizer", new OptimizerKind()),
                    Map.entry("optimizer_name", new NameKind("name", Optimizer::of)),
                    Map.entry("optimizer_error", new MakingErrorKind(Optimizer.class)),
                    Map.entry("training", new TrainingKind(config -> (Model) Layer.of(config))));

    private Kinds() {}
}
