package nacre.kernel.transport;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.github.spencerpark.jupyter.kernel.KernelConnectionProperties;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// Where a front end wants to reach the kernel, and with which key: the file whose path it hands
/// over.
public final class ConnectionFile {
    private static final String AGAIN =
            " Start the kernel again from Jupyter, which writes a new file.";

    /// Those that every Java has. To ask Java itself would take longer than all else that a kernel
    /// does before it listens.
    private static final Set<String> ALGORITHMS =
            Set.of("hmacmd5", "hmacsha1", "hmacsha224", "hmacsha256", "hmacsha384", "hmacsha512");

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

    /// What is wrong with the rights of the file, in one line; nothing if it is the user's alone.
    ///
    /// Whoever can read the key can run code in the kernel.
    public static Optional<String> exposure(Path path) {
        try {
            Set<PosixFilePermission> rights = Files.getPosixFilePermissions(path);
            return rights.contains(PosixFilePermission.GROUP_READ)
                            || rights.contains(PosixFilePermission.OTHERS_READ)
                    ? Optional.of(
                            "Others on this machine can read "
                                    + path
                                    + " and, with its key, run code in this kernel. Jupyter writes it for"
                                    + " its user alone: chmod 600.")
                    : Optional.empty();
        } catch (IOException | UnsupportedOperationException e) {
            return Optional.empty(); // a system with other rights
        }
    }

    /// Reads and checks the text of a connection file. Field by field: the base kernel's own reader
    /// needs a whole library of type adapters, which costs a new kernel 40 ms.
    static ConnectionFile parse(String text) {
        JsonObject json;
        try {
            json = Json.parse(text.getBytes(StandardCharsets.UTF_8), "text");
        } catch (BadMessage e) {
            throw new ConnectionException(e.why() + ".");
        }
        var file =
                new ConnectionFile(
                        new KernelConnectionProperties(
                                text(json, "ip", ""),
                                port(json, Port.CONTROL),
                                port(json, Port.SHELL),
                                port(json, Port.STDIN),
                                port(json, Port.HEARTBEAT),
                                port(json, Port.IOPUB),
                                text(json, "transport", "tcp"),
                                text(json, "signature_scheme", "hmac-sha256"),
                                key(json)));
        file.check();
        return file;
    }

    private static String text(JsonObject json, String name, String otherwise) {
        JsonElement element = json.get(name);
        return element != null && element.isJsonPrimitive() ? element.getAsString() : otherwise;
    }

    /// Empty only if the front end says so: without a key anybody on this machine could run code.
    private static String key(JsonObject json) {
        if (!json.has("key")) {
            throw new ConnectionException("key is missing.");
        }
        return text(json, "key", "");
    }

    private static int port(JsonObject json, Port port) {
        String written = text(json, port.key(), "missing");
        try {
            int number = Integer.parseInt(written);
            if (number >= 1 && number <= 65_535) {
                return number;
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw new ConnectionException(
                port.key() + " should be a number from 1 to 65535 and is " + written + ".");
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
        if (!"tcp".equals(properties.getTransport())) {
            throw new ConnectionException(
                    "transport should be \"tcp\" and is \""
                            + properties.getTransport()
                            + "\"."
                            + " Unix sockets (ipc) are not supported.");
        }
        if (properties.getIp().isBlank()) {
            throw new ConnectionException("ip is missing.");
        }
        if (!key().isEmpty() && !ALGORITHMS.contains(algorithm())) {
            throw new ConnectionException(
                    "signature_scheme \""
                            + properties.getSignatureScheme()
                            + "\" is unknown; \"hmac-sha256\" is usual.");
        }
    }

    /// The address of one of the five sockets, as ZeroMQ writes it.
    String address(Port port) {
        String ip = properties.getIp();
        String host = ip.indexOf(':') >= 0 && !ip.startsWith("[") ? "[" + ip + "]" : ip;
        return "tcp://" + host + ":" + port.of(properties);
    }

    /// The shared secret; empty when the front end wants no signatures.
    String key() {
        return properties.getKey();
    }

    /// The name of the signature's algorithm, as Java knows it.
    String algorithm() {
        return properties.getSignatureScheme().replace("-", "").toLowerCase(Locale.ROOT);
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
