package nacre.training.callbacks;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nacre.training.Callback;
import nacre.training.Trainee;

/// Writes a line with the values of each epoch into a file that spreadsheets open.
///
/// Source: [Keras, CSVLogger](https://keras.io/api/callbacks/csv_logger/).
public final class CSVLogger implements Callback {
    private final String filename;
    private String separator = ",";
    private boolean append;

    private transient List<String> names = List.of();

    /// Into this file.
    public CSVLogger(String filename) {
        this.filename = filename;
    }

    /// Into this file.
    public CSVLogger(Path file) {
        this(file.toString());
    }

    /// What stands between two values; default a comma.
    public CSVLogger separator(String text) {
        separator = text;
        return this;
    }

    /// Whether lines are added to a file that is there already; default false: it is written anew.
    public CSVLogger append(boolean on) {
        append = on;
        return this;
    }

    @Override
    public void onTrainBegin(Trainee trainee) {
        names = List.of();
        if (!append) {
            write("", StandardOpenOption.TRUNCATE_EXISTING);
        }
    }

    @Override
    public void onEpochEnd(Trainee trainee, int epoch, Map<String, Double> logs) {
        if (names.isEmpty()) {
            names = columns(trainee, logs);
            if (isEmpty()) {
                line(Stream.concat(Stream.of("epoch"), names.stream()));
            }
        }
        line(
                Stream.concat(
                        Stream.of(epoch),
                        names.stream()
                                .map(name -> logs.containsKey(name) ? logs.get(name) : "NA")));
    }

    /// The values of the first epoch, and those of validation, which may come only now and then.
    private static List<String> columns(Trainee trainee, Map<String, Double> logs) {
        var columns = new ArrayList<>(new TreeSet<>(logs.keySet()));
        boolean awaited =
                trainee.plan().validates()
                        && columns.stream().noneMatch(name -> name.startsWith("val_"));
        if (awaited) {
            logs.keySet().stream()
                    .filter(name -> !name.equals("learning_rate"))
                    .sorted()
                    .forEach(name -> columns.add("val_" + name));
        }
        return columns;
    }

    private void line(Stream<?> values) {
        String text = values.map(String::valueOf).collect(Collectors.joining(separator));
        write(text + "\n", StandardOpenOption.APPEND);
    }

    private boolean isEmpty() {
        try {
            return Files.notExists(Path.of(filename)) || Files.size(Path.of(filename)) == 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(String text, StandardOpenOption how) {
        try (BufferedWriter writer =
                Files.newBufferedWriter(
                        Path.of(filename),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE,
                        how)) {
            writer.write(text);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "CSVLogger cannot write " + filename + ": " + e.getMessage(), e);
        }
    }

    @Override
    public boolean followsBatches() {
        return false;
    }

    @Override
    public String toString() {
        return "CSVLogger to " + filename;
    }
}
