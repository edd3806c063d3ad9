"""A long session through Jupyter's own client: many cells of all kinds, some stopped at random moments.

Arguments: the number of cells, the seed. Every answer is checked; at the end the kernel is as quick
and as small as at the start, by the memory that is in use after collecting and the median time of a
cell. Prints what it found; ends with 1 if something was wrong.
"""

import random
import statistics
import sys
import time

from jupyter_client.manager import start_new_kernel

TIMEOUT = 300
HEAP = 'System.gc(); var mem = Runtime.getRuntime(); (mem.totalMemory() - mem.freeMemory()) / 1024'


class Session:
    def __init__(self):
        self.manager, self.client = start_new_kernel(kernel_name="nacre", startup_timeout=TIMEOUT)
        self.client.allow_stdin = False

    def close(self):
        self.client.stop_channels()
        self.manager.shutdown_kernel(now=True)

    def run(self, code, stop_after=None):
        """Runs a cell, or stops it so many seconds after it has begun; gives its status, what it
        printed, its value and its seconds."""
        start = time.monotonic()
        request = self.client.execute(code)
        printed, value = "", None
        while True:
            message = self.client.get_iopub_msg(timeout=TIMEOUT)
            content = message["content"]
            if message["parent_header"].get("msg_id") != request:
                if message["msg_type"] in ("stream", "display_data", "execute_result", "error"):
                    raise AssertionError(f"output of another cell: {content}")
                continue
            if message["msg_type"] == "execute_input" and stop_after is not None:
                time.sleep(stop_after)
                self.manager.interrupt_kernel()
            elif message["msg_type"] == "stream":
                printed += content["text"]
            elif message["msg_type"] == "execute_result":
                value = content["data"]
            elif content.get("execution_state") == "idle":
                break
        seconds = time.monotonic() - start
        while True:
            reply = self.client.get_shell_msg(timeout=TIMEOUT)
            if reply["parent_header"].get("msg_id") == request:
                return reply["content"], printed, value, seconds


class Soak:
    def __init__(self, session, seed):
        self.session, self.random = session, random.Random(seed)
        self.total, self.count = 0, 0
        self.seconds = []

    def expect(self, code, value=None, printed="", ename=None):
        content, out, shown, seconds = self.session.run(code)
        self.seconds.append(seconds)
        self.count += 1
        if ename is None:
            assert content["status"] == "ok", (code, content)
        else:
            assert content.get("ename") == ename, (code, content)
        assert out == printed, (code, out[:200], printed[:200])
        text = shown and shown.get("text/plain")
        assert value is None or text == value, (code, text, value)
        return shown

    def stop(self):
        """A stop at a random moment: the cell says so, the next is untouched."""
        self.count += 1
        content, _, _, _ = self.session.run(
            'while (true) { total++; total--; System.out.print("ghost"); }', self.random.random() * 0.2
        )
        assert content.get("ename") == "Stopped", content
        self.expect(f"total = {self.total};")

    def turn(self, i):
        kind = self.random.randrange(9)
        if kind == 0:
            add = self.random.randrange(100)
            self.total += add
            self.expect(f"total += {add};\ntotal", str(self.total))
        elif kind == 1:
            self.expect(f"int twice(int n) {{ return 2 * n + {i} - {i}; }}")
            self.expect(f"twice({i})", str(2 * i))
        elif kind == 2:
            self.expect(f"record Point(int x, int y) {{ int at() {{ return x + y + {i}; }} }}")
            self.expect("new Point(1, 2).at()", str(3 + i))
        elif kind == 3:
            lines = self.random.randrange(1000)
            self.expect(
                f"for (int i = 0; i < {lines}; i++) System.out.println(i);",
                printed="".join(f"{k}\n" for k in range(lines)),
            )
        elif kind == 4:
            self.expect(f'int broken = "{i}";', ename="CompileError")
        elif kind == 5:
            self.expect(f"int zero = 0;\n{i} / zero", ename="ArithmeticException")
        elif kind == 6:
            self.expect(f"IntStream.rangeClosed(1, {i % 50}).sum()", str(sum(range(i % 50 + 1))))
        elif kind == 7:
            if i % 5 == 0:
                shown = self.expect(f'Plot.line("{i}", 1, 2, 3)')
                assert "image/png" in shown, shown.keys()
            else:
                self.expect(f"var list{i % 30} = List.of({i}, 2);")
        else:
            self.stop()


def main():
    cells, seed = int(sys.argv[1]), int(sys.argv[2])
    session = Session()
    try:
        soak = Soak(session, seed)
        soak.expect("int total = 0;")
        for i in range(min(200, cells)):  # until the compiler is compiled itself
            soak.turn(i)
        heap = int(session.run(HEAP)[2]["text/plain"])
        soak.count, soak.seconds = 0, []
        i = 0
        while soak.count < cells:
            soak.turn(i)
            i += 1
            if i % 500 == 0:
                print(f"{soak.count} cells, median of the last 100 {statistics.median(soak.seconds[-100:]) * 1e3:.1f} ms", flush=True)
        grown = int(session.run(HEAP)[2]["text/plain"]) / heap - 1
        quarter = max(1, len(soak.seconds) // 4)
        early, late = (statistics.median(part) * 1e3 for part in (soak.seconds[:quarter], soak.seconds[-quarter:]))
        print(f"soak: {soak.count} cells right; {early:.1f} ms early, {late:.1f} ms late; heap {heap} kB, grown {grown:+.1%}")
        assert grown < 0.2 or cells < 5000, "the heap has grown"
    finally:
        session.close()


main()
