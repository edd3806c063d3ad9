"""What a class feels of a kernel: ./nacre bench kernel [-r ROUNDS] [KERNEL ...]

The kernels take turns, so that a busy moment of the machine meets them all. Each line is the median
of all rounds, with the best in brackets. KERNEL is the name of another installed kernelspec.
"""

import argparse
import os
import statistics
import time

from jupyter_client.kernelspec import KernelSpecManager
from jupyter_client.manager import KernelManager

TIMEOUT = 120
LINES = 10_000
BYTES = 5_000_000

CODE = {
    "java": {
        "warm": "1 + 1",
        "lines": f"for (int i = 0; i < {LINES}; i++) System.out.println(i);",
        "flood": f'var line = "x".repeat(99); for (int i = 0; i < {BYTES // 100}; i++) System.out.println(line);',
        "complete": "System.out.pri",
    },
    "python": {
        "warm": "1 + 1",
        "lines": f"for i in range({LINES}): print(i)",
        "flood": f'line = "x" * 99\nfor i in range({BYTES // 100}): print(line)',
        "complete": "import sys; sys.stdout.wri",
    },
}


class Kernel:
    """One kernel from its launch to its end."""

    def __init__(self, name, specs):
        self.code = CODE[specs.get_kernel_spec(name).language.lower()]
        self.manager = KernelManager(kernel_name=name, kernel_spec_manager=specs)

    def __enter__(self):
        self.manager.start_kernel(stdout=null(), stderr=null())
        self.client = self.manager.client()
        self.client.start_channels()
        return self

    def __exit__(self, *_):
        self.client.stop_channels()
        self.manager.shutdown_kernel(now=True)

    def run(self, code):
        """The characters that a cell printed, once its reply is there and it is idle."""
        request = self.client.execute(code)
        printed = 0
        while True:
            message = self.client.get_iopub_msg(timeout=TIMEOUT)
            if message["parent_header"].get("msg_id") == request:
                content = message["content"]
                if message["msg_type"] == "stream":
                    printed += len(content["text"])
                elif content.get("execution_state") == "idle":
                    break
        while self.client.get_shell_msg(timeout=TIMEOUT)["parent_header"].get("msg_id") != request:
            pass
        return printed

    def complete(self):
        self.client.complete(self.code["complete"], reply=True, timeout=TIMEOUT)

    def memory(self):
        """Megabytes that the process has in memory; None where the system does not tell."""
        try:
            with open(f"/proc/{self.manager.provisioner.pid}/status", encoding="ascii") as status:
                return next(int(line.split()[1]) for line in status if line.startswith("VmRSS")) / 1024
        except OSError:
            return None


os.environ.setdefault("PYDEVD_DISABLE_FILE_VALIDATION", "1")  # ipykernel warns at each start otherwise


def null():
    return open(os.devnull, "w", encoding="ascii")


def timed(action, *arguments):
    start = time.perf_counter()
    got = action(*arguments)
    return (time.perf_counter() - start) * 1000, got


def measure(name, specs):
    """One round with a fresh kernel."""
    start = time.perf_counter()
    with Kernel(name, specs) as kernel:
        kernel.client.wait_for_ready(timeout=TIMEOUT)
        kernel.run(kernel.code["warm"])
        first = (time.perf_counter() - start) * 1000
        completion, _ = timed(kernel.complete)
        time.sleep(3)  # what warms in the background has its turn
        idle = kernel.memory()
        for _ in range(20):
            kernel.run(kernel.code["warm"])
        warm = statistics.median(timed(kernel.run, kernel.code["warm"])[0] for _ in range(50))
        for _ in range(5):
            kernel.complete()
        completions = statistics.median(timed(kernel.complete)[0] for _ in range(20))
        kernel.run(kernel.code["lines"])
        lines, _ = min(timed(kernel.run, kernel.code["lines"]) for _ in range(3))
        flood, printed = min(timed(kernel.run, kernel.code["flood"]) for _ in range(3))
        if printed != BYTES:
            print(f"{name} lost output: {printed} of {BYTES} characters came")
    return {
        "launch to first result": (first, "ms"),
        "warm 1 + 1": (warm, "ms"),
        "first TAB": (completion, "ms"),
        "TAB": (completions, "ms"),
        f"{LINES:,} lines": (lines, "ms"),
        f"{BYTES // 1_000_000} MB of output": (printed / flood / 1000, "MB/s"),
        "idle memory": (idle, "MB"),
    }


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("-r", "--rounds", type=int, default=5)
    parser.add_argument("--kernels", required=True, help="the folder with the kernel to be measured")
    parser.add_argument("names", nargs="*", metavar="KERNEL")
    options = parser.parse_args()
    specs = KernelSpecManager()
    specs.kernel_dirs.insert(0, options.kernels)
    there = specs.find_kernel_specs()
    names = ["nacre", *(options.names or ["python3"])]
    for name in [each for each in names if each not in there]:
        print(f"There is no kernel {name}; jupyter kernelspec list names those that are there.")
        names.remove(name)
    print(f"{os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}; {options.rounds} rounds")
    rounds = {name: [] for name in names}
    for _ in range(options.rounds):
        for name in names:
            rounds[name].append(measure(name, specs))
    print(f"{'':24}" + "".join(f"{name:>22}" for name in names))
    for what, (_, unit) in rounds[names[0]][0].items():
        line = f"{what:24}"
        for name in names:
            values = [each[what][0] for each in rounds[name] if each[what][0] is not None]
            best = max if unit == "MB/s" else min
            cell = f"{statistics.median(values):.0f} ({best(values):.0f}) {unit}" if values else "-"
            line += f"{cell:>22}"
        print(line)


if __name__ == "__main__":
    main()
