package nacre.kernel.magics.maven;

import java.io.IOException;
import java.io.InputStream;
import java.net.Authenticator;
import java.net.InetSocketAddress;
import java.net.PasswordAuthentication;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.repository.AuthenticationContext;
import org.eclipse.aether.repository.Proxy;
import org.eclipse.aether.repository.RemoteRepository;
import org.eclipse.aether.spi.connector.transport.AbstractTransporter;
import org.eclipse.aether.spi.connector.transport.GetTask;
import org.eclipse.aether.spi.connector.transport.PeekTask;
import org.eclipse.aether.spi.connector.transport.PutTask;
import org.eclipse.aether.spi.connector.transport.Transporter;
import org.eclipse.aether.spi.connector.transport.TransporterFactory;
import org.eclipse.aether.transfer.NoTransporterException;

/// Fetches files of one repository through Java's own HTTP client.
///
/// The resolver's own transport brings 1.5 MB of another client along, which the kernel would carry
/// for this alone.
final class Http extends AbstractTransporter {
    private static final Duration TO_CONNECT = Duration.ofSeconds(10);
    private static final Duration TO_ANSWER = Duration.ofSeconds(30);
    private static final int NOT_FOUND = 404;
    private static final int GONE = 410;

    private final URI root;
    private final HttpClient client;
    private final Optional<String> login;

    /// Makes one of these for each repository whose address begins with `http:` or `https:`.
    static final class Factory implements TransporterFactory {
        @Override
        public Transporter newInstance(RepositorySystemSession session, RemoteRepository repository)
                throws NoTransporterException {
            if (!repository.getProtocol().toLowerCase(Locale.ROOT).startsWith("http")) {
                throw new NoTransporterException(repository, "neither http nor https");
            }
            return new Http(session, repository);
        }

        @Override
        public float getPriority() {
            return 5;
        }
    }

    /// The repository's answer, when it is not the file.
    static final class Refused extends IOException {
        private static final long serialVersionUID = 1;
        private final int status;

        Refused(URI uri, int status) {
            super(uri + " answers with " + status);
            this.status = status;
        }

        boolean isMissing() {
            return status == NOT_FOUND || status == GONE;
        }
    }

    private Http(RepositorySystemSession session, RemoteRepository repository) {
        String address = repository.getUrl();
        root = URI.create(address.endsWith("/") ? address : address + "/");
        login =
                user(AuthenticationContext.forRepository(session, repository))
                        .map(Http::basicHeader);
        var builder =
                HttpClient.newBuilder()
                        .connectTimeout(TO_CONNECT)
                        .followRedirects(HttpClient.Redirect.NORMAL);
        Proxy proxy = repository.getProxy();
        if (proxy != null) {
            builder.proxy(
                    ProxySelector.of(new InetSocketAddress(proxy.getHost(), proxy.getPort())));
            user(AuthenticationContext.forProxy(session, repository))
                    .ifPresent(each -> builder.authenticator(fixed(each)));
        }
        client = builder.build();
    }

    private static Optional<PasswordAuthentication> user(AuthenticationContext context) {
        try (context) {
            String name = context == null ? null : context.get(AuthenticationContext.USERNAME);
            if (name == null) {
                return Optional.empty();
            }
            String password = context.get(AuthenticationContext.PASSWORD);
            char[] secret = password == null ? new char[0] : password.toCharArray();
            return Optional.of(new PasswordAuthentication(name, secret));
        }
    }

    private static String basicHeader(PasswordAuthentication user) {
        String both = user.getUserName() + ":" + new String(user.getPassword());
        return "Basic " + Base64.getEncoder().encodeToString(both.getBytes(StandardCharsets.UTF_8));
    }

    private static Authenticator fixed(PasswordAuthentication user) {
        return new Authenticator() {
            @Override
            protected PasswordAuthentication getPasswordAuthentication() {
                return user;
            }
        };
    }

    @Override
    protected void implPeek(PeekTask task) throws IOException, InterruptedException {
        var request = request(task.getLocation());
        send(request.method("HEAD", HttpRequest.BodyPublishers.noBody()).build()).body().close();
    }

    @Override
    protected void implGet(GetTask task) throws Exception {
        HttpResponse<InputStream> answer = send(request(task.getLocation()).GET().build());
        long length = answer.headers().firstValueAsLong("Content-Length").orElse(-1);
        utilGet(task, answer.body(), true, length, false);
    }

    @Override
    protected void implPut(PutTask task) {
        throw new UnsupportedOperationException("cells fetch libraries, and publish none");
    }

    private HttpRequest.Builder request(URI location) {
        var request =
                HttpRequest.newBuilder(root.resolve(location))
                        .timeout(TO_ANSWER)
                        .header("User-Agent", "nacre");
        login.ifPresent(each -> request.header("Authorization", each));
        return request;
    }

    private HttpResponse<InputStream> send(HttpRequest request)
            throws IOException, InterruptedException {
        var answer = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
        if (answer.statusCode() != 200) {
            answer.body().close();
            throw new Refused(request.uri(), answer.statusCode());
        }
        return answer;
    }

    @Override
    public int classify(Throwable error) {
        return error instanceof Refused refused && refused.isMissing()
                ? ERROR_NOT_FOUND
                : ERROR_OTHER;
    }

    @Override
    protected void implClose() {
        client.close();
    }
}
