/// The Jupyter protocol: sockets, signatures, messages; everything between a front end and a
/// [KernelService].
///
/// Built on `jupyter-jvm-basekernel`: its connection properties, message, header, timestamp and
/// language records, over ZeroMQ in Java. Its channels and handlers are not used, because they
/// sleep 50 ms between messages, go deaf after one bad message, lose output above 1000 messages and
/// reply without `status`. In their place:
/// - a [Station] is one socket and the one thread that touches it; it blocks until there is
///   something to do;
/// - a [Courier] turns frames into messages and back, and checks signatures and replays;
/// - a [Dispatcher] hands each request to its [RequestHandler] and always says busy, reply, idle;
/// - an [Outbox] keeps everything that is to be published in one order and joins small prints into
///   large messages;
/// - a [KernelServer] puts them together.
///
/// Nothing here knows how code is run. Nothing elsewhere in the kernel knows ZeroMQ or the base
/// kernel.
@NullMarked
package nacre.kernel.transport;

import org.jspecify.annotations.NullMarked;
