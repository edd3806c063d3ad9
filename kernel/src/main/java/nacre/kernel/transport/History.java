package nacre.kernel.transport;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import nacre.kernel.transport.Outcome.Value;
import org.jspecify.annotations.Nullable;

/// What was run, in this session and in those before: one line of JSON per cell in a file.
///
/// The file is read and written on a thread of its own; a cell never waits for the disk. It is only
/// read when somebody asks: a start has other things to do, and what is run is written at once.
final class History implements AutoCloseable {
    private static final long LARGEST = 8_000_000; // bytes; of a larger file half is kept
    private static final int LONGEST_INPUT = 100_000; // more is data, which nobody runs again
    private static final int LONGEST_OUTPUT = 4_000;

    /// One cell.
    ///
    /// @param session which start of the kernel it belongs to, counted from 1
    /// @param line the cell's number in it
    record Entry(int session, int line, String input, @Nullable String output) {}

    private final Log log;
    private final @Nullable Path file;
    private final String id = Names.fresh();
    private final List<Entry> own = new ArrayList<>(); // the clerk's own, as all below
    private final ExecutorService clerk;
    private @Nullable List<Entry> earlier; // null until the file is read
    private int session; // 0 until then
    private boolean trimmed;

    /// Keeps the history in `file`, or, without one, in memory.
    History(@Nullable Path file, Log log) {
        this.file = file;
        this.log = log;
        clerk =
                Executors.newSingleThreadExecutor(
                        Thread.ofPlatform().daemon().name("nacre-history").factory());
    }

    /// Notes a cell that was run, unless it is too long.
    void add(int line, String input, Outcome outcome) {
        if (input.length() > LONGEST_INPUT) {
            return;
        }
        String output =
                outcome instanceof Value value
                        ? value.display().map(shown -> text(shown.text())).orElse(null)
                        : null;
        clerk.execute(
                () -> {
                    own.add(new Entry(0, line, input, output));
                    append(line, input, output);
                });
    }

    private static String text(String whole) {
        return whole.length() > LONGEST_OUTPUT ? whole.substring(0, LONGEST_OUTPUT) : whole;
    }

    /// Everything so far, oldest first.
    List<Entry> entries() {
        return await(
                clerk.submit(
                        () ->
                                Stream.concat(earlier().stream(), own.stream().map(this::dated))
                                        .toList()));
    }

    private Entry dated(Entry entry) {
        return new Entry(session, entry.line(), entry.input(), entry.output());
    }

    /// The number of this session.
    int session() {
        return await(
                clerk.submit(
                        () -> {
                            earlier();
                            return session;
                        }));
    }

    private static <T> T await(Future<T> future) {
        try {
            return future.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while the history was read", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("the history cannot be read", e);
        }
    }

    /// What was run before this session.
    private List<Entry> earlier() {
        if (earlier == null) {
            earlier = load();
        }
        return earlier;
    }

    private List<Entry> load() {
        Map<String, Integer> sessions = new LinkedHashMap<>();
        var found = new ArrayList<Entry>();
        for (String line : lines()) {
            try {
                JsonObject cell = Json.parse(line.getBytes(StandardCharsets.UTF_8), "line");
                String its = cell.get("session").getAsString();
                if (its.equals(id)) {
                    continue;
                }
                int number = sessions.computeIfAbsent(its, _ -> sessions.size() + 1);
                String output = cell.has("output") ? cell.get("output").getAsString() : null;
                found.add(
                        new Entry(
                                number,
                                cell.get("line").getAsInt(),
                                cell.get("input").getAsString(),
                                output));
            } catch (RuntimeException e) {
                // a machine that lost power in the middle of a line
                log.dropped("history", "a damaged line");
            }
        }
        session = sessions.size() + 1;
        return found;
    }

    private List<String> lines() {
        if (file == null || !Files.exists(file)) {
            return List.of();
        }
        try {
            return Files.readAllLines(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            log.dropped("history", "the file " + file + " cannot be read: " + e.getMessage());
            return List.of();
        }
    }

    /// Keeps the later half of a file that has become too large, once in a session.
    private void trim(Path file) throws IOException {
        boolean isTooLarge = !trimmed && Files.exists(file) && Files.size(file) > LARGEST;
        trimmed = true;
        if (!isTooLarge) {
            return;
        }
        List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
        Path part = file.resolveSibling(file.getFileName() + "." + id + ".part");
        Files.write(part, lines.subList(lines.size() / 2, lines.size()), StandardCharsets.UTF_8);
        Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
    }

    private void append(int line, String input, @Nullable String output) {
        if (file == null) {
            return;
        }
        JsonObject cell = Json.object("session", id, "line", line, "input", input);
        if (output != null) {
            cell.addProperty("output", output);
        }
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            trim(file);
            appendTo(file, cell + "\n");
        } catch (IOException e) {
            log.dropped("history", "the file " + file + " cannot be written: " + e.getMessage());
        }
    }

    /// Writes in one piece: other kernels append to the same file.
    private static void appendTo(Path file, String line) throws IOException {
        try (var channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            channel.write(StandardCharsets.UTF_8.encode(line));
        }
    }

    /// An entry as the protocol writes it.
    static JsonArray row(Entry entry, boolean withOutput) {
        var row = new JsonArray();
        row.add(entry.session());
        row.add(entry.line());
        if (withOutput) {
            var both = new JsonArray();
            both.add(entry.input());
            both.add(Json.tree(entry.output()));
            row.add(both);
        } else {
            row.add(entry.input());
        }
        return row;
    }

    /// Writes what is still to be written, if the disk takes it within a second.
    @Override
    public void close() {
        clerk.shutdown();
        try {
            clerk.awaitTermination(1, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
