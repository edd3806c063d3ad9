package nacre.training;

import java.util.Set;
import java.util.stream.Stream;
import nacre.display.Choices;
import nacre.layers.config.NameChoices;

/// The names of optimizers, losses and metrics, as `compile` takes them, and what callbacks watch.
public final class TrainingChoices implements Choices {
    private static final Set<String> WATCHING =
            Set.of("EarlyStopping", "ModelCheckpoint", "ReduceLROnPlateau");

    @Override
    public Stream<String> of(String type, String method, int argument) {
        if (method.equals("mode") && WATCHING.contains(type)) {
            return Stream.of("auto", "min", "max");
        }
        return of(method, argument);
    }

    @Override
    public Stream<String> of(String method, int argument) {
        if (method.equals("monitor")) {
            return Stream.of("val_loss", "loss", "val_accuracy", "accuracy");
        }
        boolean compiles = method.equals("compile") || method.equals("Compilation");
        if (method.equals("metrics") || (compiles && argument > 1)) {
            return Stream.concat(Stream.of("accuracy"), NameChoices.of(Metric.class, Metric::of));
        }
        if (!compiles) {
            return Stream.of();
        }
        return argument == 0
                ? NameChoices.of(Optimizer.class, Optimizer::of)
                        .map(name -> name.replace("_", "")) // `rmsprop`, as Keras has it
                : NameChoices.of(Loss.class, Loss::of);
    }
}
