package nacre.kernel.transport;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import nacre.kernel.transport.ConnectionFile.Port;
import org.jspecify.annotations.Nullable;
import org.zeromq.ZMQ;

/// A running kernel: five sockets that serve a [KernelService].
///
/// ```java
/// try (var server = KernelServer.open(ConnectionFile.read(path), service, history)) {
///     server.awaitShutdown();
/// }
/// ```
public final class KernelServer implements AutoCloseable {
    private static final String FIRST_ALGORITHM = "HmacSHA256";

    private final ZMQ.Context context = ZMQ.context(1);
    private final KernelService service;
    private final Log log;
    private final CountDownLatch shutdown = new CountDownLatch(1);
    private final Heads heads = new Heads();
    private final Replays replays = new Replays();
    private final IopubStation iopub;
    private final Publisher publisher;
    private final Comms comms;
    private final History history;
    private final List<Station> stations = new ArrayList<>();

    private KernelServer(
            ConnectionFile connection,
            KernelService service,
            @Nullable Path historyFile,
            Log log,
            int queue) {
        this.log = log;
        this.service = service;
        context.setThreadFactor(SocketThread::untiring);
        context.setBlocky(false);
        iopub = new IopubStation(context, courier(connection), heads, log, queue);
        publisher = new Publisher(iopub);
        comms = new Comms(publisher);
        history = new History(historyFile, log);
    }

    /// Begins, beside other work, with what a server would wait for: the first date, the first
    /// secure random number, of which ZeroMQ makes the names of its clients, and the first
    /// signature. For those who know that one is about to be opened.
    public static void prepare() {
        beside(
                () -> {
                    new SecureRandom().nextInt();
                    new Signer(FIRST_ALGORITHM, "key").sign();
                });
        beside(Heads::now);
    }

    private static void beside(Runnable first) {
        Thread.ofPlatform().daemon().name("nacre-server-first").start(first);
    }

    /// Takes the addresses of the connection file and answers from now on.
    ///
    /// @param historyFile where cells are remembered over restarts, or null for nowhere
    /// @throws ConnectionException if an address cannot be had
    public static KernelServer open(
            ConnectionFile connection, KernelService service, @Nullable Path historyFile) {
        return open(connection, service, historyFile, new Log(), IopubStation.QUEUE);
    }

    /// @param queue how many published messages may wait for one front end
    static KernelServer open(
            ConnectionFile connection,
            KernelService service,
            @Nullable Path historyFile,
            Log log,
            int queue) {
        var server = new KernelServer(connection, service, historyFile, log, queue);
        try {
            server.listen(connection);
        } catch (ConnectionException e) {
            server.close();
            throw e;
        }
        return server;
    }

    /// Takes each address as soon as its socket is there: a front end that finds nobody comes back
    /// after a tenth of a second or two. Those come first that need no random number.
    private void listen(ConnectionFile connection) {
        take(connection, Port.IOPUB, iopub);
        take(connection, Port.HEARTBEAT, new HeartbeatStation(context, log));
        var stdin = new StdinStation(context, courier(connection), heads, log);
        take(connection, Port.STDIN, stdin);
        Map<String, RequestHandler> control = controlHandlers();
        var shell = new HashMap<>(control);
        shell.putAll(shellHandlers(stdin));
        take(connection, Port.SHELL, requests("shell", connection, shell));
        take(connection, Port.CONTROL, requests("control", connection, control));
        publisher.status(null, "starting");
        stations.forEach(Station::start);
    }

    private void take(ConnectionFile connection, Port port, Station station) {
        stations.add(station);
        station.bind(connection.address(port));
    }

    private Courier courier(ConnectionFile connection) {
        return new Courier(new Signer(connection), replays);
    }

    private RequestStation requests(
            String name, ConnectionFile connection, Map<String, RequestHandler> handlers) {
        var dispatcher = new Dispatcher(handlers, publisher, shutdown::countDown, log);
        return new RequestStation(name, context, courier(connection), heads, dispatcher, log);
    }

    /// What is answered at once, also while a cell runs.
    private Map<String, RequestHandler> controlHandlers() {
        var kernel = new KernelHandlers(service, publisher);
        var handlers = new HashMap<String, RequestHandler>();
        handlers.put("kernel_info_request", kernel::info);
        handlers.put("interrupt_request", kernel::interrupt);
        handlers.put("shutdown_request", kernel::shutdown);
        handlers.put("debug_request", kernel::debug);
        return handlers;
    }

    /// What waits for the cell before it.
    private Map<String, RequestHandler> shellHandlers(StdinStation stdin) {
        var help = new HelpHandlers(service);
        var widgets = new CommHandlers(comms, service, publisher, stdin);
        return Map.of(
                "execute_request", new ExecuteHandler(service, publisher, stdin, comms, history),
                "complete_request", help::complete,
                "inspect_request", help::inspect,
                "is_complete_request", help::isComplete,
                "history_request", new HistoryHandler(history),
                "comm_info_request", widgets::info,
                "comm_open", widgets::open,
                "comm_msg", widgets::say,
                "comm_close", widgets::close);
    }

    /// The lines to widgets.
    public Comms comms() {
        return comms;
    }

    /// Returns when a front end has asked the kernel to end; an interrupt, which any cell can send
    /// to any thread, is no such thing.
    public void awaitShutdown() {
        while (shutdown.getCount() > 0) {
            try {
                shutdown.await();
            } catch (InterruptedException e) {
                // not meant for this thread
            }
        }
    }

    /// Ends the kernel as if a front end had asked.
    public void shutdown() {
        shutdown.countDown();
    }

    /// Stops the cell that runs, sends what waits, half a second at most, and gives the ports back.
    @Override
    public void close() {
        service.interrupt();
        stations.forEach(Station::close);
        history.close();
        // a cell that cannot be stopped keeps its socket until the process ends
        if (stations.stream().noneMatch(Station::isBusy)) {
            context.term();
        }
    }
}
