package nacre.kernel.transport;

import io.github.spencerpark.jupyter.messages.Header;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.concurrent.atomic.AtomicLong;

/// Writes the headers of the kernel's own messages, all of one session.
final class Heads {
    /// The version of the protocol that is spoken.
    static final String PROTOCOL = "5.4";

    private static final DateTimeFormatter MICROSECONDS =
            new DateTimeFormatterBuilder().appendInstant(6).toFormatter();

    private final String session = Names.fresh();
    private final AtomicLong count = new AtomicLong();

    Head next(String kind) {
        return Head.of(
                Json.object(
                        "msg_id",
                        session + "_" + count.incrementAndGet(),
                        "msg_type",
                        kind,
                        "username",
                        Header.KERNEL_USERNAME,
                        "session",
                        session,
                        "date",
                        now(),
                        "version",
                        PROTOCOL));
    }

    /// What stands before the kind in the topic of published messages.
    String session() {
        return session;
    }

    /// The time, as the protocol writes it.
    static String now() {
        return MICROSECONDS.format(Instant.now());
    }
}
