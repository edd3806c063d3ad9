"""What a class feels of a kernel: ./nacre bench kernel [-r ROUNDS] [--peers] [KERNEL ...]

The kernels take turns, so that a busy moment of the machine meets them all. Each line is the median
of all rounds, with the best in brackets. KERNEL is the name of another installed kernelspec; --peers
measures the other kernels on a JVM that Maven Central has. Below stands what JShell alone takes for
a warm `1 + 1`: what a kernel adds to it is its own work.
"""

import argparse
import glob
import json
import os
import queue
import statistics
import subprocess
import time

from jupyter_client.kernelspec import KernelSpecManager
from jupyter_client.manager import KernelManager

TIMEOUT = 60
SILENCE = 20  # seconds in which a printing cell sends nothing, then its end is lost
LINES = 10_000
BYTES = 5_000_000

CODE = {
    "java": {
        "warm": "1 + 1",
        "lines": f"for (int i = 0; i < {LINES}; i++) System.out.println(i);",
        "flood": f'var line = "x".repeat(99); for (int i = 0; i < {BYTES // 100}; i++) System.out.println(line);',
        "complete": "System.out.pri",
    },
    "kotlin": {
        "warm": "1 + 1",
        "lines": f"for (i in 0 until {LINES}) println(i)",
        "flood": f'val line = "x".repeat(99); for (i in 0 until {BYTES // 100}) println(line)',
        "complete": "System.out.pri",
    },
    "python": {
        "warm": "1 + 1",
        "lines": f"for i in range({LINES}): print(i)",
        "flood": f'line = "x" * 99\nfor i in range({BYTES // 100}): print(line)',
        "complete": "import sys; sys.stdout.wri",
    },
}


UNITS = {
    "launch to first result": "ms",
    "warm 1 + 1": "ms",
    "first TAB, after 6 s": "ms",
    "TAB": "ms",
    f"{LINES:,} lines": "ms",
    f"{BYTES // 1_000_000} MB of output": "MB/s",
    "idle memory": "MB",
}

# How the other kernels are started, as their own kernelspecs do it; Kotlin's needs a Java before 20.
PEERS = {
    "rapaio": ("java", ["{java}", "-cp", "{lib}/*", "org.rapaio.jupyter.kernel.MainApp", "{connection_file}"]),
    "kotlin": (
        "kotlin",
        ["java", "-Dlogback.configurationFile={lib}/quiet.xml", "-cp", "{lib}/*"]
        + ["org.jetbrains.kotlinx.jupyter.IkotlinKt", "{connection_file}", "-home={lib}"],
    ),
}
KOTLIN_SEES = "kotlin-jupyter-lib-* kotlin-jupyter-api-* kotlin-stdlib-1* kotlin-script-runtime-* kotlin-reflect-*"


def peer(name, folder, java):
    """Writes the kernelspec of a peer whose jars are in `lib` of its folder."""
    language, command = PEERS[name]
    lib = os.path.join(folder, name, "lib")
    if name == "kotlin":
        seen = [jar for pattern in KOTLIN_SEES.split() for jar in glob.glob(os.path.join(lib, pattern))]
        command = [*command, "-cp=" + os.pathsep.join(seen)]
        with open(os.path.join(lib, "quiet.xml"), "w", encoding="utf-8") as file:
            file.write("<configuration/>")  # else it logs each message
    argv = [word.replace("{java}", java).replace("{lib}", lib) for word in command]
    with open(os.path.join(folder, name, "kernel.json"), "w", encoding="utf-8") as file:
        json.dump({"argv": argv, "display_name": name, "language": language, "interrupt_mode": "message"}, file)


PLAIN_SHELL = os.path.join(os.path.dirname(__file__), "../../../java/nacre/bench/PlainShell.java")

LOSERS = set()  # kernels whose printing cells never end


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

    def run(self, code, timeout=TIMEOUT):
        """The characters that a cell printed, once its reply is there and it is idle."""
        request = self.client.execute(code)
        printed = 0
        while True:
            message = self.client.get_iopub_msg(timeout=timeout)
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


def quickest(kernel, what):
    """Milliseconds, and the characters that were printed; None if the kernel loses the end of the cell."""
    try:
        return min(timed(kernel.run, kernel.code[what], SILENCE) for _ in range(3))
    except queue.Empty:
        name = kernel.manager.kernel_name
        print(f"{name} lost so much output that its cell never ended; its other rounds do without it")
        LOSERS.add(name)
        return None, BYTES


def measure(name, specs):
    """One round with a fresh kernel."""
    start = time.perf_counter()
    with Kernel(name, specs) as kernel:
        kernel.client.wait_for_ready(timeout=TIMEOUT)
        kernel.run(kernel.code["warm"])
        first = (time.perf_counter() - start) * 1000
        time.sleep(6)  # what warms in the background has its turn while a learner reads and types
        idle = kernel.memory()
        completion, _ = timed(kernel.complete)
        for _ in range(20):
            kernel.run(kernel.code["warm"])
        warm = statistics.median(timed(kernel.run, kernel.code["warm"])[0] for _ in range(50))
        for _ in range(5):
            kernel.complete()
        completions = statistics.median(timed(kernel.complete)[0] for _ in range(20))
        lines, _ = quickest(kernel, "lines") if name not in LOSERS else (None, BYTES)
        flood, printed = quickest(kernel, "flood") if lines else (None, BYTES)
        if printed != BYTES:
            print(f"{name} lost output: {printed} of {BYTES} characters came")
    throughput = flood and printed / flood / 1000
    return dict(zip(UNITS, (first, warm, completion, completions, lines, throughput, idle)))


def plain_shell(specs):
    """Milliseconds that a warm 1 + 1 takes JShell alone, with no kernel around it."""
    java = specs.get_kernel_spec("nacre").argv[0]
    return subprocess.run([java, PLAIN_SHELL], capture_output=True, text=True, check=True).stdout.strip()


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("-r", "--rounds", type=int, default=5)
    parser.add_argument("--kernels", required=True, help="the folder with the kernel to be measured")
    parser.add_argument("--peers", metavar="FOLDER", help="the folder with the jars of the peers")
    parser.add_argument("--java", help="the Java that the peers are started with")
    parser.add_argument("names", nargs="*", metavar="KERNEL")
    options = parser.parse_args()
    specs = KernelSpecManager()
    specs.kernel_dirs.insert(0, options.kernels)
    names = ["nacre", *(options.names or ["python3"])]
    if options.peers:
        specs.kernel_dirs.append(options.peers)
        peers = [name for name in PEERS if os.path.isdir(os.path.join(options.peers, name, "lib"))]
        for name in peers:
            peer(name, options.peers, options.java)
        names += peers
    there = specs.find_kernel_specs()
    for name in [each for each in names if each not in there]:
        print(f"There is no kernel {name}; jupyter kernelspec list names those that are there.")
        names.remove(name)
    print(f"{os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}; {options.rounds} rounds")
    rounds = {name: [] for name in names}
    alone = []
    for _ in range(options.rounds):
        alone.append(float(plain_shell(specs)))
        for name in names:
            try:
                rounds[name].append(measure(name, specs))
            except RuntimeError as problem:
                print(f"{name}: {problem}")
    print(f"{'':24}" + "".join(f"{name:>22}" for name in names))
    for what, unit in UNITS.items():
        line = f"{what:24}"
        for name in names:
            values = [each[what] for each in rounds[name] if each[what] is not None]
            best = max if unit == "MB/s" else min
            cell = f"{statistics.median(values):.0f} ({best(values):.0f}) {unit}" if values else "-"
            line += f"{cell:>22}"
        print(line)
    print(f"JShell alone, in process, warm 1 + 1: {statistics.median(alone):.0f} ({min(alone):.0f}) ms")


if __name__ == "__main__":
    main()
