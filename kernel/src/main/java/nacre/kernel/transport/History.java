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
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import nacre.kernel.transport.Outcome.Value;
import org.jspecify.annotations.Nullable;

/// What was run, in this session and in those before: one line of JSON per cell in a file.
///
/// The file is read and written on a thread of its own; a cell never waits for the disk. It is not
/// read before the first cell has run or somebody asks: a start has other things to do.
final class History implements AutoCloseable {
    private static final int KEPT = 10_000;
    private static final int LONGEST_OUTPUT = 4_000;

    /// One cell.
    ///
    /// @param session which start of the kernel it belongs to, counted from 1
    /// @param line the cell's number in it
    record Entry(int session, int line, String input, @Nullable String output) {}

    private final Log log;
    private final @Nullable Path file;
    private final String id = UUID.randomUUID().toString();
    private final List<Entry> entries = new ArrayList<>();
    private final ExecutorService clerk;
    private int session; // 0 until the file is read; the clerk's own

    /// Keeps the history in `file`, or, without one, in memory.
    History(@Nullable Path file, Log log) {
        this.file = file;
        this.log = log;
        clerk =
                Executors.newSingleThreadExecutor(
                        Thread.ofPlatform().daemon().name("nacre-history").factory());
    }

    /// Notes a cell that was run.
    void add(int line, String input, Outcome outcome) {
        String output =
                outcome instanceof Value value
                        ? value.display().map(shown -> text(shown.text())).orElse(null)
                        : null;
        clerk.execute(
                () -> {
                    entries.add(new Entry(loaded(), line, input, output));
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
                        () -> {
                            loaded();
                            return List.copyOf(entries);
                        }));
    }

    /// The number of this session.
    int session() {
        return await(clerk.submit(this::loaded));
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

    /// The number of this session, once what was run before is read.
    private int loaded() {
        if (session == 0) {
            session = load();
        }
        return session;
    }

    private int load() {
        Map<String, Integer> sessions = new LinkedHashMap<>();
        for (String line : lines()) {
            try {
                JsonObject cell = Json.parse(line.getBytes(StandardCharsets.UTF_8), "line");
                int number =
                        sessions.computeIfAbsent(
                                cell.get("session").getAsString(), _ -> sessions.size() + 1);
                String output = cell.has("output") ? cell.get("output").getAsString() : null;
                entries.add(
                        new Entry(
                                number,
                                cell.get("line").getAsInt(),
                                cell.get("input").getAsString(),
                                output));
            } catch (RuntimeException e) {
                log.dropped(
                        "history",
                        "a damaged line"); // a machine that lost power in the middle of a line
            }
        }
        return sessions.size() + 1;
    }

    private List<String> lines() {
        if (file == null || !Files.exists(file)) {
            return List.of();
        }
        try {
            List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
            if (lines.size() <= KEPT) {
                return lines;
            }
            List<String> kept = lines.subList(lines.size() - KEPT / 2, lines.size());
            Path part = file.resolveSibling(file.getFileName() + "." + id + ".part");
            Files.write(part, kept, StandardCharsets.UTF_8);
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
            return kept;
        } catch (IOException e) {
            log.dropped("history", "the file " + file + " cannot be read: " + e.getMessage());
            return List.of();
        }
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
