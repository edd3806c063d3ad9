package nacre.training.callbacks;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import nacre.training.Callback;
import nacre.training.Trainee;

/// Sends the values of each epoch to a web server, such as a page that shows many trainings. If the
/// server cannot be reached, that is told and training goes on.
///
/// `new RemoteMonitor().root("http://localhost:9000").sendAsJson(true)`
///
/// Source: [Keras, RemoteMonitor](https://keras.io/api/callbacks/remote_monitor/).
public final class RemoteMonitor implements Callback {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private String root = "http://localhost:9000";
    private String path = "/publish/epoch/end/";
    private String field = "data";
    private Map<String, String> headers = Map.of();
    private boolean sendAsJson;

    /// The server; default `http://localhost:9000`.
    public RemoteMonitor root(String url) {
        root = url;
        return this;
    }

    /// Where on the server values go; default `/publish/epoch/end/`.
    public RemoteMonitor path(String newPath) {
        path = newPath;
        return this;
    }

    /// The field of the form that holds the values, unless they are sent as JSON; default `data`.
    public RemoteMonitor field(String name) {
        field = name;
        return this;
    }

    /// More headers of each request; default none.
    public RemoteMonitor headers(Map<String, String> more) {
        headers = Map.copyOf(more);
        return this;
    }

    /// Whether values are sent as JSON; default false: as a form.
    public RemoteMonitor sendAsJson(boolean on) {
        sendAsJson = on;
        return this;
    }

    @Override
    public void onTrainBegin(Trainee trainee) {
        URI server = URI.create(root);
        boolean web = "http".equals(server.getScheme()) || "https".equals(server.getScheme());
        if (!web || !Objects.equals(server.getHost(), URI.create(root + path).getHost())) {
            throw new IllegalArgumentException(
                    "`root` must be the address of a web server, such as http://localhost:9000, and `path` begin with /; got \"%s\" and \"%s\"."
                            .formatted(root, path));
        }
    }

    @Override
    public void onEpochEnd(Trainee trainee, int epoch, Map<String, Double> logs) {
        try (var client = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
            var unused = client.send(request(epoch, logs), BodyHandlers.discarding());
        } catch (IOException e) {
            trainee.say("RemoteMonitor cannot reach the server at %s.".formatted(root));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // the fit ends before its next step
        }
    }

    private HttpRequest request(int epoch, Map<String, Double> logs) {
        String values =
                logs.entrySet().stream()
                        .map(entry -> "\"%s\": %s".formatted(entry.getKey(), entry.getValue()))
                        .collect(Collectors.joining(", ", "{\"epoch\": " + epoch + ", ", "}"));
        String body = sendAsJson ? values : encoded(field) + "=" + encoded(values);
        String kind = sendAsJson ? "application/json" : "application/x-www-form-urlencoded";
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(root + path))
                        .timeout(PATIENCE)
                        .header("Content-Type", kind)
                        .POST(BodyPublishers.ofString(body));
        headers.forEach(request::setHeader);
        return request.build();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Override
    public boolean followsBatches() {
        return false;
    }

    @Override
    public String toString() {
        return "RemoteMonitor to " + root + path;
    }
}
