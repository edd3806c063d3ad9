package nacre.kernel.transport;

import java.util.List;
import org.zeromq.SocketType;
import org.zeromq.ZMQ;

/// Sends back every ping: the front end sees that the process lives, whatever a cell does.
final class HeartbeatStation extends Station {
    HeartbeatStation(ZMQ.Context context, Log log) {
        super("heartbeat", context, SocketType.ROUTER, log);
    }

    @Override
    protected void received(List<byte[]> frames) {
        send(frames);
    }
}
