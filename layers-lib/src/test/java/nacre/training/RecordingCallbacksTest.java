package nacre.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import nacre.display.Screen;
import nacre.layers.core.Dense;
import nacre.layers.core.Input;
import nacre.models.Fit;
import nacre.models.Sequential;
import nacre.tensor.Tensor;
import nacre.training.callbacks.CallbackList;
import nacre.training.callbacks.EarlyStopping;
import nacre.training.callbacks.RemoteMonitor;
import nacre.training.callbacks.TensorBoard;
import nacre.training.optimizers.SGD;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Callbacks that tell others how training goes.
class RecordingCallbacksTest {
    private static final Tensor X = Tensor.of(new float[][] {{1}, {2}});
    private static final Tensor Y = Tensor.of(new float[][] {{2}, {4}});

    @TempDir Path folder;

    private static Fit fit(Callback... callbacks) {
        var model = Sequential.of(Input.of(1), new Dense(1)).seed(3);
        model.compile(new SGD(0.01), "mse");
        return model.fit(X, Y).epochs(2).batchSize(1).verbose(0).callbacks(callbacks);
    }

    /// The records of the only file in a folder.
    private static List<String> records(Path folder) throws IOException {
        Path file;
        try (Stream<Path> files = Files.list(folder)) {
            file = files.toList().getFirst();
        }
        assertTrue(file.getFileName().toString().startsWith("events.out.tfevents."));
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        var records = new ArrayList<String>();
        while (bytes.hasRemaining()) {
            byte[] record = new byte[(int) bytes.getLong()];
            bytes.getInt();
            bytes.get(record);
            bytes.getInt();
            records.add(new String(record, StandardCharsets.ISO_8859_1));
        }
        return records;
    }

    @Test
    void tensorBoardFindsEachValueByItsName() throws IOException {
        fit(new TensorBoard(folder.toString()).updateFreq("batch")).validation(X, Y).run();
        List<String> training = records(folder.resolve("train"));
        assertTrue(training.get(0).contains("brain.Event:2"));
        assertEquals(
                List.of(
                        "batch_loss",
                        "batch_loss",
                        "epoch_loss",
                        "epoch_learning_rate",
                        "batch_loss",
                        "batch_loss",
                        "epoch_loss",
                        "epoch_learning_rate"),
                training.stream().skip(1).map(RecordingCallbacksTest::tag).toList());
        assertEquals(
                List.of(
                        "evaluation_loss_vs_iterations",
                        "epoch_loss",
                        "evaluation_loss_vs_iterations",
                        "epoch_loss"),
                records(folder.resolve("validation")).stream()
                        .skip(1)
                        .map(RecordingCallbacksTest::tag)
                        .toList());
        ByteBuffer last =
                ByteBuffer.wrap(training.getLast().getBytes(StandardCharsets.ISO_8859_1))
                        .order(ByteOrder.LITTLE_ENDIAN);
        int value =
                training.getLast().indexOf("epoch_learning_rate") + "epoch_learning_rate".length();
        assertEquals(2 << 3 | 5, last.get(value));
        assertEquals(0.01f, last.getFloat(value + 1));
    }

    private static String tag(String record) {
        return record.replaceAll("(?s).*?((batch|epoch|evaluation)_[a-z_]+).*", "$1");
    }

    @Test
    void aRecordIsMadeAsTensorFlowMakesIt() throws IOException {
        fit(new TensorBoard(folder.toString())).run();
        Path file;
        try (Stream<Path> files = Files.list(folder.resolve("train"))) {
            file = files.toList().getFirst();
        }
        byte[] bytes = Files.readAllBytes(file);
        // 24 bytes follow: the length's masked checksum is the same in every file of TensorFlow's
        assertEquals(24, bytes[0]);
        assertEquals(0x224b7fa3, ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getInt(8));
    }

    @Test
    void aServerGetsTheValuesOfEachEpoch() throws IOException {
        var bodies = new CopyOnWriteArrayList<String>();
        HttpServer server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/publish/epoch/end/",
                exchange -> {
                    bodies.add(
                            exchange.getRequestHeaders().getFirst("Who")
                                    + " "
                                    + new String(
                                            exchange.getRequestBody().readAllBytes(),
                                            StandardCharsets.UTF_8));
                    exchange.sendResponseHeaders(200, -1);
                    exchange.close();
                });
        server.start();
        try {
            String root = "http://localhost:" + server.getAddress().getPort();
            var form = new RemoteMonitor().root(root).headers(Map.of("Who", "form"));
            var json =
                    new RemoteMonitor().root(root).headers(Map.of("Who", "json")).sendAsJson(true);
            fit(form, json).run();
        } finally {
            server.stop(0);
        }
        assertEquals(4, bodies.size());
        String sent = URLDecoder.decode(bodies.get(0), StandardCharsets.UTF_8);
        assertTrue(sent.matches("form data=\\{\"epoch\": 0, \"loss\": [0-9.E-]+\\}"), sent);
        assertTrue(bodies.get(3).matches("json \\{\"epoch\": 1, \"loss\": [0-9.E-]+\\}"));
    }

    @Test
    void aServerThatIsNotThereIsToldOnce() {
        var said = new ArrayList<String>();
        Screen before = Screen.current();
        Screen.use(
                value -> {
                    said.add(String.valueOf(value));
                    return _ -> {};
                });
        try {
            assertEquals(
                    2, fit(new RemoteMonitor().root("http://localhost:1")).run().epochs().size());
        } finally {
            Screen.use(before);
        }
        assertEquals(List.of("RemoteMonitor cannot reach the server at http://localhost:1."), said);
        for (var wrong :
                List.of(
                        new RemoteMonitor().root("file:///etc"),
                        new RemoteMonitor().path("@elsewhere.org/"))) {
            assertThrows(IllegalArgumentException.class, () -> fit(wrong).run());
        }
    }

    @Test
    void severalCallbacksAreAsGoodAsOne() {
        var seen = new ArrayList<Integer>();
        Callback noting =
                new Callback() {
                    @Override
                    public void onEpochEnd(Trainee trainee, int epoch, Map<String, Double> logs) {
                        seen.add(epoch);
                    }
                };
        var stop = new EarlyStopping().monitor("loss").minDelta(1e9).patience(1);
        var history = fit(new CallbackList(stop).append(noting)).epochs(9).run();
        assertEquals(List.of(0, 1), history.epochs());
        assertEquals(List.of(0, 1), seen);
    }
}
