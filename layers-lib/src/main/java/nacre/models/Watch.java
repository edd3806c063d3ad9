package nacre.models;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Looks at validation data after epochs.
final class Watch {
    private final Model model;
    private final @Nullable BatchSource data;
    private final int batchSize;
    private int every = 1;
    private int most = Integer.MAX_VALUE;

    Watch(Model model, @Nullable BatchSource data, int batchSize) {
        this.model = model;
        this.data = data;
        this.batchSize = batchSize;
    }

    Watch every(int epochs) {
        every = epochs;
        return this;
    }

    Watch most(int batches) {
        most = batches;
        return this;
    }

    /// Whether there are data to look at.
    boolean hasData() {
        return data != null;
    }

    /// Whether there is something to look at after this epoch, counted from 0.
    boolean isDue(int epoch) {
        return data != null && (epoch + 1) % every == 0;
    }

    /// The loss and the metrics of the validation data.
    Map<String, Double> look() {
        return data == null ? Map.of() : new Evaluation(model).run(data, batchSize, most);
    }
}
