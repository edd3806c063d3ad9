"""Hostile messages on every channel of a kernel, and stops at many points of one cell.

Arguments: the number of messages, the number of stops, the seed. Among the messages are forgeries
that would count in a variable of the kernel if they ran. After each round the kernel answers. Ends
with 1 if something was wrong.
"""

import json
import random
import sys
import time

import zmq
from jupyter_client.manager import start_new_kernel

TIMEOUT = 300
ROUND = 500
KINDS = [
    "execute_request", "complete_request", "inspect_request", "is_complete_request", "history_request",
    "comm_open", "comm_msg", "comm_close", "comm_info_request", "kernel_info_request", "input_reply",
    "debug_request", "sing_request", "", "execute_reply", "status",
]
ODD = [None, True, -1, 2**63, 1e308, "", "x" * 5000, "\ud83d", [], {}, [[]], {"a": {"b": []}}, "\x00"]


class Fuzz:
    def __init__(self, seed):
        self.random = random.Random(seed)
        self.manager, self.client = start_new_kernel(kernel_name="nacre", startup_timeout=TIMEOUT)
        self.session = self.client.session
        context = zmq.Context.instance()
        self.sockets = []
        for kind, port in ((zmq.DEALER, "shell"), (zmq.DEALER, "control"), (zmq.DEALER, "stdin"),
                           (zmq.DEALER, "hb"), (zmq.XSUB, "iopub")):
            socket = context.socket(kind)
            socket.linger = 0
            socket.set_hwm(0)
            socket.connect(f"tcp://{self.manager.ip}:{getattr(self.manager, port + '_port')}")
            self.sockets.append(socket)

    def close(self):
        for socket in self.sockets:
            socket.close()
        self.client.stop_channels()
        self.manager.shutdown_kernel(now=True)

    def value(self, code):
        """Runs a cell as a good client would; again if a stop met it that came too late for the cell before."""
        for _ in range(5):
            shown = []
            reply = self.client.execute_interactive(
                code, timeout=TIMEOUT, allow_stdin=False, stop_on_error=False,
                output_hook=lambda m: shown.extend(m["content"].get("data", {}).values()),
            )
            if reply["content"].get("ename") != "Stopped":
                break
        assert reply["content"]["status"] == "ok", reply["content"]
        return shown[-1] if shown else None

    def odd(self):
        return self.random.choice(ODD)

    def noise(self, size):
        return self.random.randbytes(self.random.randrange(size))

    def frames(self):
        """One hostile message: nonsense in a signed envelope, or a good message spoilt."""
        choice = self.random.randrange(6)
        if choice == 0:
            return [self.noise(300) for _ in range(self.random.randrange(1, 12))]
        if choice == 1:  # rightly signed, wrong inside
            content = {key: self.odd() for key in ("code", "cursor_pos", "silent", "comm_id", "data", "value", "seq")
                       if self.random.random() < 0.5}
            kind = self.random.choice([kind for kind in KINDS if kind != "execute_request"])
            header = json.loads(json.dumps(self.session.msg_header(kind), default=str))
            if self.random.random() < 0.3:
                header[self.random.choice(list(header))] = self.odd()
            return self.signed(header, content)
        if choice == 2:  # rightly signed, but not JSON, or not an object
            parts = [self.random.choice([b"{", b"[]", b"null", b"[" * 3000, self.noise(50), b"{}"]) for _ in range(4)]
            return [b"<IDS|MSG>", self.session.sign(parts), *parts]
        message = self.session.msg("execute_request", {"code": "ran++;", "silent": False})
        frames = self.session.serialize(message)
        if choice == 3:  # a forgery
            frames[1] = self.random.choice([b"", b"0" * 64, self.noise(64), frames[1][:-1], frames[1].upper() + b" "])
            return frames
        if choice == 4:  # signed for another content
            frames[-1] = b'{"code": "ran++; ran++;"}'
            return frames
        at = self.random.randrange(2, len(frames))  # a frame lost or changed; the first two keep it a message
        frames[at] = self.noise(100) + b"!"
        return frames

    def signed(self, header, content):
        parts = [json.dumps(part).encode("utf-8", "surrogatepass") for part in (header, {}, {}, content)]
        return [b"<IDS|MSG>", self.session.sign(parts), *parts]

    def drain(self):
        for socket in self.sockets:
            while socket.poll(0):
                socket.recv_multipart()

    def messages(self, count):
        self.value("int ran = 0;")
        legal = self.session.serialize(self.session.msg("execute_request", {"code": "ran++;"}))
        self.sockets[0].send_multipart(legal)
        sent = 0
        while sent < count:
            for _ in range(min(ROUND, count - sent)):
                self.random.choice(self.sockets).send_multipart(self.frames())
                sent += 1
            self.sockets[0].send_multipart(legal)  # a replay
            assert self.value(f"{sent} + 1") == str(sent + 1)
            self.client.kernel_info()
            self.drain()
            if sent % 10000 == 0:
                print(f"{sent} messages", flush=True)
        assert self.value("ran") == "1", "a forgery or a replay ran"

    def huge(self):
        """A message of 100 MB is answered in words."""
        message = self.session.msg("execute_request", {"code": "/*" + "x" * 100_000_000 + "*/"})
        self.sockets[0].send_multipart(self.session.serialize(message))
        while True:
            assert self.sockets[0].poll(TIMEOUT * 1000), "no answer to a huge message"
            frames = self.sockets[0].recv_multipart()
            _, parts = self.session.feed_identities(frames, copy=True)
            reply = self.session.deserialize(parts, copy=True)
            if reply["parent_header"].get("msg_id") == message["header"]["msg_id"]:
                assert reply["content"]["ename"] == "CellTooLong", reply["content"]
                return

    def stops(self, count):
        """One cell, stopped at random points of its compiling, running, printing and rendering."""
        code = (
            "int[] fresh = new int[100];\n"
            "record Pair(int a, int b) { public String toString() { for (long i = 0; i < 20_000_000; i++) {} return \"p\"; } }\n"
            "for (int k = 0; k < 2_000; k++) { fresh[k % 100] += k; System.out.println(k); }\n"
            "var sorted = IntStream.range(0, 300_000).boxed().sorted(Comparator.reverseOrder()).toList();\n"
            "new Pair(1, sorted.get(0))"
        )
        self.value("int kept = 42;")
        slowest, stopped = 0.0, 0
        for i in range(count):
            request = self.client.execute(code)
            time.sleep(self.random.random() * 0.12)
            start = time.monotonic()
            self.manager.interrupt_kernel()
            while True:
                reply = self.client.get_shell_msg(timeout=TIMEOUT)
                if reply["parent_header"].get("msg_id") == request:
                    break
            content = reply["content"]
            assert content["status"] == "ok" or content["ename"] == "Stopped", content
            if content["status"] != "ok":
                stopped += 1
                slowest = max(slowest, time.monotonic() - start)
            if i % 20 == 0:
                assert self.value("kept") == "42"
        assert self.value("kept") == "42"
        print(f"stops: {count}, of which {stopped} found the cell at work; the slowest took {slowest:.3f} s", flush=True)


def main():
    messages, stops, seed = (int(argument) for argument in sys.argv[1:4])
    fuzz = Fuzz(seed)
    try:
        start = time.monotonic()
        fuzz.messages(messages)
        print(f"fuzz: {messages} hostile messages in {time.monotonic() - start:.1f} s, none ran", flush=True)
        fuzz.huge()
        fuzz.stops(stops)
        assert fuzz.value("1 + 1") == "2"
    finally:
        fuzz.close()


main()
