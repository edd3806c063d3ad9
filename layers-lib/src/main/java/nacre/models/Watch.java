package nacre.models;

import java.util.Map;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/// Looks at validation data after epochs.
final class Watch {
    private final Model model;
    private final @Nullable BatchSource data;
    private final int batchSize;
    private IntPredicate epochs = _ -> true;
    private int most = Integer.MAX_VALUE;

    Watch(Model model, @Nullable BatchSource data, int batchSize) {
        this.model = model;
        this.data = data;
        this.batchSize = batchSize;
    }

    /// Only after these epochs, counted from 1.
    Watch after(IntPredicate some) {
        epochs = some;
        return this;
    }

    /// Only at so many batches; 0: all.
    Watch most(int batches) {
        most = batches == 0 ? Integer.MAX_VALUE : batches;
        return this;
    }

    /// Whether there are data to look at.
    boolean hasData() {
        return data != null;
    }

    /// Whether there is something to look at after this epoch, counted from 0.
    boolean isDue(int epoch) {
        return data != null && epochs.test(epoch + 1);
    }

    /// The loss and the metrics of the validation data.
    Map<String, Double> look() {
        return data == null ? Map.of() : new Evaluation(model).run(data, batchSize, most);
    }
}
