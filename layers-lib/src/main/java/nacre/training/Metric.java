package nacre.training;

import java.util.Map;
import nacre.layers.config.Names;
import nacre.layers.config.Serializable;
import nacre.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/// How good predictions are so far: a running state that batches are added to, for people to read.
///
/// Source: [Keras, Metric](https://keras.io/api/metrics/).
public abstract class Metric implements Serializable {
    private String name;
    private String dtype;

    /// A metric whose name is its class's in snake case.
    protected Metric() {
        this.name = Names.snake(getClass().getSimpleName());
        this.dtype = "float32";
    }

    /// A metric with another default name.
    protected Metric(String name) {
        this.name = name;
        this.dtype = "float32";
    }

    /// Adds a batch of predictions, whose samples may count differently.
    public abstract void update(Tensor yTrue, Tensor yPred, @Nullable Tensor sampleWeight);

    /// The value of everything since the last reset.
    public abstract Tensor result();

    /// Forgets everything.
    public abstract void reset();

    /// What it remembers, by Keras's names.
    public abstract Map<String, Tensor> variables();

    /// Adds a batch of predictions.
    public final void update(Tensor yTrue, Tensor yPred) {
        update(yTrue, yPred, null);
    }

    /// The name in logs and configs.
    public final String name() {
        return name;
    }

    /// Another name.
    public Metric name(String newName) {
        name = newName;
        return this;
    }

    /// What its config calls the kind of its numbers.
    protected final String dtype() {
        return dtype;
    }

    /// What its config calls the kind of its numbers; calculated is with floats.
    protected final void dtype(String newDtype) {
        dtype = newDtype;
    }

    /// A metric by Keras's name, by its config, or itself; a metric by name keeps that name.
    public static Metric of(Object identifier) {
        if (identifier instanceof String key) {
            return Serializable.make(Metric.class, key).name(key);
        }
        return Serializable.make(Metric.class, identifier);
    }

    @Override
    public String module() {
        return "keras.metrics";
    }

    @Override
    public String toString() {
        return "%s \"%s\"".formatted(getClass().getSimpleName(), name());
    }
}
