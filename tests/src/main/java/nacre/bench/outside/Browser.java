package nacre.bench.outside;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// Chromium without a window, driven through chromedriver's WebDriver protocol.
public final class Browser implements AutoCloseable {
    private static final Pattern PORT = Pattern.compile("started successfully on port (\\d+)");
    private static final Gson GSON = new Gson();

    private final HttpClient http = HttpClient.newHttpClient();
    private final Process driver;
    private final String session;

    /// Starts a browser whose profile and log are kept below `folder`.
    public Browser(Path folder) {
        Path log = folder.resolve("chromedriver.log");
        String chromium = Program.onPath("chromium", "chromium").command().getFirst();
        driver = Program.onPath("chromedriver", "chromium-driver").with("--port=0").start(log);
        String port = Waiting.forMatch(log, PORT, driver, Duration.ofSeconds(30));
        String driverUrl = "http://127.0.0.1:" + port + "/session";
        var arguments =
                List.of(
                        "--headless",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-quic",
                        "--disable-dev-shm-usage",
                        "--no-first-run",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-sync",
                        "--user-data-dir=" + folder.resolve("profile"));
        var chrome = Map.of("binary", chromium, "args", arguments);
        var wish = Map.of("browserName", "chrome", "goog:chromeOptions", chrome);
        var reply = send(driverUrl, Map.of("capabilities", Map.of("alwaysMatch", wish)));
        session = driverUrl + "/" + reply.getAsJsonObject().get("sessionId").getAsString();
    }

    /// Loads a page.
    public void open(String url) {
        send(session + "/url", Map.of("url", url));
    }

    /// Runs a JavaScript function body in the page and gives what it returns.
    public JsonElement js(String body) {
        return send(session + "/execute/sync", Map.of("script", body, "args", List.of()));
    }

    /// Waits until a JavaScript expression is true in the page.
    public void waitFor(String what, String expression, Duration limit) {
        String safe = "try { return !!(" + expression + "); } catch (e) { return false; }";
        Waiting.until(what, () -> js(safe).getAsBoolean(), limit);
    }

    /// Makes the window this big.
    public void resize(int width, int height) {
        send(session + "/window/rect", Map.of("width", width, "height", height));
    }

    /// Writes what the window shows to a PNG file.
    public void screenshot(Path file) {
        try {
            Files.createDirectories(file.getParent());
            String png = get(session + "/screenshot").getAsString();
            Files.write(file, Base64.getDecoder().decode(png));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        Program.stop(driver);
        http.close();
    }

    private JsonElement send(String url, Object body) {
        return reply(request(url).POST(BodyPublishers.ofString(GSON.toJson(body))).build());
    }

    private JsonElement get(String url) {
        return reply(request(url).GET().build());
    }

    private static HttpRequest.Builder request(String url) {
        return HttpRequest.newBuilder(URI.create(url)).timeout(Duration.ofMinutes(1));
    }

    private JsonElement reply(HttpRequest request) {
        try {
            var response = http.send(request, BodyHandlers.ofString());
            JsonObject reply = JsonParser.parseString(response.body()).getAsJsonObject();
            if (response.statusCode() != 200) {
                throw new AssertionError(
                        "the browser refused " + request.uri() + ": " + reply.get("value"));
            }
            return reply.get("value");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted while the browser worked", e);
        }
    }
}
