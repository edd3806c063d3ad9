package nacre.kernel.transport;

import com.google.gson.JsonParseException;
import io.github.spencerpark.jupyter.kernel.KernelConnectionProperties;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.Provider;
import java.security.Security;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Where a front end wants to reach the kernel, and with which key: the file whose path it hands
/// over.
public final class ConnectionFile {
    private static final String AGAIN =
            " Start the kernel again from Jupyter, which writes a new file.";

    private final KernelConnectionProperties properties;

    private ConnectionFile(KernelConnectionProperties properties) {
        this.properties = properties;
    }

    /// Reads and checks the file.
    ///
    /// @throws ConnectionException if it is missing or damaged
    public static ConnectionFile read(Path path) {
        String text;
        try {
            text = new String(Files.readAllBytes(path), StandardCharsets.UTF_8);
        } catch (NoSuchFileException e) {
            throw new ConnectionException(
                    "There is no connection file "
                            + path
                            + ". Jupyter writes it and hands its path over:"
                            + " start a notebook with the kernel Java (Nacre) instead of this command.");
        } catch (IOException e) {
            throw new ConnectionException(
                    "The connection file " + path + " cannot be read: " + e.getMessage());
        }
        try {
            return parse(text);
        } catch (ConnectionException e) {
            throw new ConnectionException(
                    "The connection file " + path + " is damaged: " + e.getMessage() + AGAIN);
        }
    }

    /// Checks the text of a connection file.
    static ConnectionFile parse(String text) {
        @Nullable KernelConnectionProperties read;
        try {
            read = KernelConnectionProperties.parse(text);
        } catch (JsonParseException e) {
            throw new ConnectionException("it is not JSON.");
        }
        if (read == null) {
            throw new ConnectionException("it is empty.");
        }
        var file = new ConnectionFile(read);
        file.check();
        return file;
    }

    /// A connection on this machine alone, with free ports and a fresh key.
    public static ConnectionFile onThisMachine() {
        List<Integer> ports = freePorts();
        return new ConnectionFile(
                new KernelConnectionProperties(
                        "127.0.0.1",
                        ports.get(0),
                        ports.get(1),
                        ports.get(2),
                        ports.get(3),
                        ports.get(4),
                        "tcp",
                        "hmac-sha256",
                        UUID.randomUUID().toString()));
    }

    private static List<Integer> freePorts() {
        var sockets = new ArrayList<ServerSocket>();
        try {
            for (Port _ : Port.values()) {
                sockets.add(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
            }
            List<Integer> ports = sockets.stream().map(ServerSocket::getLocalPort).toList();
            for (ServerSocket socket : sockets) {
                socket.close();
            }
            return ports;
        } catch (IOException e) {
            throw new ConnectionException("No free ports on this machine: " + e.getMessage());
        }
    }

    /// The text of the file.
    public String text() {
        return properties.toJsonString();
    }

    private void check() {
        for (Port port : Port.values()) {
            int number = port.of(properties);
            if (number < 1 || number > 65_535) {
                throw new ConnectionException(
                        port.key() + " should be 1 to 65535 and is " + number + ".");
            }
        }
        if (!"tcp".equals(properties.getTransport())) {
            throw new ConnectionException(
                    "transport should be \"tcp\" and is \""
                            + properties.getTransport()
                            + "\"."
                            + " Unix sockets (ipc) are not supported.");
        }
        if (isBlank(properties.getIp())) {
            throw new ConnectionException("ip is missing.");
        }
        if (!key().isEmpty() && !isKnown(algorithm())) {
            throw new ConnectionException(
                    "signature_scheme \""
                            + properties.getSignatureScheme()
                            + "\" is unknown; \"hmac-sha256\" is usual.");
        }
    }

    private static boolean isKnown(String algorithm) {
        for (Provider provider : Security.getProviders()) {
            if (provider.getService("Mac", algorithm) != null) {
                return true;
            }
        }
        return false;
    }

    private static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }

    /// The address of one of the five sockets, as ZeroMQ writes it.
    String address(Port port) {
        String ip = properties.getIp();
        String host = ip.indexOf(':') >= 0 && !ip.startsWith("[") ? "[" + ip + "]" : ip;
        return "tcp://" + host + ":" + port.of(properties);
    }

    /// The shared secret; empty when the front end wants no signatures.
    String key() {
        @Nullable String key = properties.getKey();
        return key == null ? "" : key;
    }

    /// The name of the signature's algorithm, as Java knows it.
    String algorithm() {
        @Nullable String scheme = properties.getSignatureScheme();
        return (scheme == null ? "hmac-sha256" : scheme).replace("-", "").toLowerCase(Locale.ROOT);
    }

    /// The five sockets of a kernel.
    enum Port {
        SHELL,
        CONTROL,
        STDIN,
        IOPUB,
        HEARTBEAT;

        int of(KernelConnectionProperties properties) {
            return switch (this) {
                case SHELL -> properties.getShellPort();
                case CONTROL -> properties.getControlPort();
                case STDIN -> properties.getStdinPort();
                case IOPUB -> properties.getIopubPort();
                case HEARTBEAT -> properties.getHbPort();
            };
        }

        /// Its name in the connection file.
        String key() {
            return this == HEARTBEAT ? "hb_port" : label() + "_port";
        }

        String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
