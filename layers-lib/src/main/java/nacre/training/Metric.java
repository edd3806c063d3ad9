package nacre.training;

import nacre.layers.config.Names;
import nacre.layers.config.Serializable;
import nacre.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/// How good predictions are so far: a running state that batches are added to, for people to read.
public abstract class Metric implements Serializable {
    private String name = Names.snake(getClass().getSimpleName());
    private String dtype = "float32";

    /// Adds a batch of predictions, whose samples may count differently.
    public abstract void update(Tensor yTrue, Tensor yPred, @Nullable Tensor sampleWeight);

    /// The value of everything since the last reset.
    public abstract Tensor result();

    /// Forgets everything.
    public abstract void reset();

    /// The name in logs and configs.
    public final String name() {
        return name;
    }

    /// Another name.
    public Metric name(String newName) {
        name = newName;
        return this;
    }

    /// A metric by Keras's name, by its config, or itself; a metric by name keeps that name.
    public static Metric of(Object identifier) {
        if (identifier instanceof String key) {
            return Serializable.make(Metric.class, Abbreviations.full(key)).name(key);
        }
        return Serializable.make(Metric.class, identifier);
    }

    @Override
    public String module() {
        return "keras.metrics";
    }
}
